package io.github.fakecached.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where to listen, by the options {@code -l} and {@code -p}.
 *
 * @param host a name or an address; null for the loopback address
 * @param port 0 for any free one
 */
record ListenAddress(@Nullable String host, int port) {

    private static final int DEFAULT_PORT = 11211;
    private static final int ANY_FREE = -1;

    static ListenAddress of(GivenOptions given) {
        int port = port(given.number(MemcachedOption.PORT, DEFAULT_PORT));
        List<String> listeners = given.all(MemcachedOption.LISTEN).stream()
                .flatMap(value -> Stream.of(value.split("[;,]")))
                .map(String::strip)
                .distinct()
                .toList();
        return switch (listeners.size()) {
            case 0 -> new ListenAddress(null, port);
            case 1 -> of(new Listener(listeners.get(0)).address(), port);
            default ->
                throw Refusal.ofUse("-l names " + listeners.size()
                        + " addresses, and the fake listens on one: start one fake for each");
        };
    }

    /** An IPv6 address without brackets has no port: each of its colons may be a part of it. */
    private static ListenAddress of(String address, int port) {
        int bracket = address.startsWith("[") ? address.indexOf(']') : 0;
        if (bracket < 0) {
            throw Refusal.ofUse("-l: Invalid IPV6 address: \"" + address + "\"");
        }
        int colon = address.indexOf(':', bracket);
        boolean hasPort = colon >= 0 && colon == address.lastIndexOf(':');
        String host = hasPort ? address.substring(0, colon) : address;
        if (host.isEmpty()) {
            throw Refusal.ofUse("-l " + address + ": no address; use * for all");
        }
        return new ListenAddress(
                host.equals("*") ? "0.0.0.0" : host,
                hasPort ? port(WholeNumber.of("-l: Invalid port number:", address.substring(colon + 1))) : port);
    }

    private static int port(int number) {
        if (number < ANY_FREE || number > 65535) {
            throw Refusal.ofUse("ERROR: Invalid port number " + number + ".");
        }
        return Math.max(number, 0);
    }

    /** The host, if one was named. */
    Optional<String> namedHost() {
        return Optional.ofNullable(host);
    }
}
