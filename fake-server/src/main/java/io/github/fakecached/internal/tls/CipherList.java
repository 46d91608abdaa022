package io.github.fakecached.internal.tls;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads a list of ciphers as OpenSSL has them, {@code ECDHE-RSA-AES128-GCM-SHA256:HIGH:!AES256}: names, parts of names joined
 * by +, and words for many. It is about TLS 1.2 and before; those of TLS 1.3 stay as they are. Knows no files.
 */
final class CipherList {

    private static final Set<String> ALL = Set.of("ALL", "DEFAULT", "HIGH", "COMPLEMENTOFDEFAULT");

    private CipherList() {}

    /** Java's names of the ciphers of a list, of those that are supported; none if the list names none of them. */
    static List<String> of(String list, List<String> supported) {
        Set<String> chosen = new LinkedHashSet<>();
        for (String element : list.split("[:, ]")) {
            if (element.startsWith("!") || element.startsWith("-")) {
                chosen.removeIf(suite -> isMeant(suite, element.substring(1)));
            } else if (!element.isEmpty()) {
                supported.stream()
                        .filter(suite -> !isOfTls13(suite) && isMeant(suite, element))
                        .forEach(chosen::add);
            }
        }
        if (chosen.isEmpty()) {
            return List.of();
        }
        List<String> all =
                new ArrayList<>(supported.stream().filter(CipherList::isOfTls13).toList());
        all.addAll(chosen);
        return all;
    }

    private static boolean isMeant(String suite, String element) {
        String name = nameInOpenSsl(suite);
        if (ALL.contains(element) || name.equals(element)) {
            return true;
        }
        Set<String> parts =
                Set.of(name.replaceAll("AES(\\d+)-GCM", "AES$1-AES-AESGCM").split("-"));
        return parts.containsAll(List.of(element.split("\\+")));
    }

    /** TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256 is ECDHE-RSA-AES128-GCM-SHA256, and TLS_RSA_WITH_... is without RSA. */
    private static String nameInOpenSsl(String suite) {
        return suite.replaceFirst("^(TLS|SSL)_", "")
                .replaceFirst("^RSA_WITH_", "")
                .replace("_WITH_", "_")
                .replaceFirst("AES_(\\d+)", "AES$1")
                .replace("CBC_", "")
                .replaceFirst("(CHACHA20_POLY1305)_SHA256", "$1")
                .replace('_', '-');
    }

    private static boolean isOfTls13(String suite) {
        return !suite.contains("_WITH_");
    }
}
