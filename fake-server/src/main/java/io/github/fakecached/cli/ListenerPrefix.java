package io.github.fakecached.cli;

import io.github.fakecached.BindingProtocol;
import io.github.fakecached.ListenerEncryption;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands before an address in {@code -l}: {@code tls:proto[name]:tag[name]:address}.
 *
 * @param protocol the protocol it names, if any
 * @param address what is left: the address, with its port if that is given
 */
record ListenerPrefix(ListenerEncryption encryption, Optional<BindingProtocol> protocol, String address) {

    private static final Pattern TLS = Pattern.compile("(notls|btls|mtls):(.*)");
    private static final Pattern PROTOCOL = Pattern.compile("proto\\[([^]]*)]:(.*)");
    private static final Pattern TAG = Pattern.compile("tag[\\[_]([^]_]*)[]_]:(.*)");

    static ListenerPrefix of(String text, boolean tlsEnabled) {
        Matcher tls = TLS.matcher(text);
        boolean prefixed = tls.matches();
        if (prefixed && !tlsEnabled) {
            throw Refusal.ofUse("-l: '" + tls.group(1) + "' option is valid only when SSL is enabled");
        }
        String rest = prefixed ? tls.group(2) : text;
        Matcher protocol = PROTOCOL.matcher(rest);
        boolean named = protocol.matches();
        return new ListenerPrefix(
                prefixed ? encryption(tls.group(1)) : ListenerEncryption.AS_SERVER,
                named ? Optional.of(protocol(protocol.group(1))) : Optional.empty(),
                withoutTag(named ? protocol.group(2) : rest));
    }

    private static ListenerEncryption encryption(String name) {
        return switch (name) {
            case "notls" -> ListenerEncryption.NONE;
            case "btls" -> ListenerEncryption.WITHOUT_CLIENT_CERTIFICATE;
            default -> ListenerEncryption.WITH_CLIENT_CERTIFICATE;
        };
    }

    private static BindingProtocol protocol(String name) {
        return switch (name) {
            case "ascii" -> BindingProtocol.ASCII;
            case "binary" -> BindingProtocol.BINARY;
            case "negotiating" -> BindingProtocol.AUTO;
            default ->
                throw Refusal.ofUse("-l proto[" + name
                        + "] is not served by the fake: leave it out, or use ascii, binary or negotiating");
        };
    }

    /** A tag is for memcached's proxy alone. */
    private static String withoutTag(String listener) {
        Matcher tag = TAG.matcher(listener);
        if (!tag.matches()) {
            return listener;
        }
        String name = tag.group(1);
        if (name.isEmpty() || name.length() > 8) {
            throw Refusal.ofUse("-l: Listener tags must be between 1 and 8 characters: \"" + name + "\"");
        }
        return tag.group(2);
    }
}
