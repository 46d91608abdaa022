package io.github.fakecached.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One of the listeners that {@code -l} names: what stands before its address, {@code tls:proto[name]:tag[name]:address}. */
record Listener(String text) {

    private static final Pattern TLS = Pattern.compile("(notls|btls|mtls):.*");
    private static final Pattern PROTOCOL = Pattern.compile("proto\\[([^]]*)]:(.*)");
    private static final Pattern TAG = Pattern.compile("tag[\\[_]([^]_]*)[]_]:(.*)");

    /** The address with its port, if that is given; refuses what the fake, or memcached, does not listen for. */
    String address() {
        Matcher tls = TLS.matcher(text);
        if (tls.matches()) {
            throw Refusal.ofUse("-l: '" + tls.group(1) + "' option is valid only when SSL is enabled");
        }
        return withoutTag(withoutProtocol(text));
    }

    private static String withoutProtocol(String listener) {
        Matcher protocol = PROTOCOL.matcher(listener);
        if (!protocol.matches()) {
            return listener;
        }
        String name = protocol.group(1);
        if (!name.equals("ascii") && !name.equals("negotiating")) {
            throw Refusal.ofUse("-l proto[" + name + "] is not served by the fake: leave it out, or use proto[ascii]");
        }
        return protocol.group(2);
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
