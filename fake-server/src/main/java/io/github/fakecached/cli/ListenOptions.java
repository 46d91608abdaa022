package io.github.fakecached.cli;

import io.github.fakecached.FakeMemcachedBuilder;
import io.github.fakecached.Listener;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where to listen, by the options {@code -l}, {@code -p}, {@code -U} and {@code -s}. */
final class ListenOptions {

    private static final int DEFAULT_PORT = 11211;
    private static final int ANY_FREE = -1;

    private ListenOptions() {}

    /** Makes a fake listen where the options say; at any free port if that is 0. */
    static FakeMemcachedBuilder apply(GivenOptions given, FakeMemcachedBuilder builder) {
        int udpPort = given.number(MemcachedOption.UDP_PORT, 0);
        builder.port(port(given.number(MemcachedOption.PORT, udpPort == 0 ? DEFAULT_PORT : udpPort)));
        if (udpPort != 0) {
            builder.udpPort(port(udpPort));
        }
        builder.backlog(given.number(MemcachedOption.BACKLOG, 1024))
                .requestsPerEvent(given.number(MemcachedOption.REQS_PER_EVENT, 20));
        given.last(MemcachedOption.UNIX_SOCKET).map(Path::of).ifPresent(builder::unixSocket);
        given.last(MemcachedOption.UNIX_MASK).map(ListenOptions::mask).ifPresent(builder::unixMask);
        return listenOn(listeners(given, true), builder);
    }

    /** Makes a further fake listen on the same addresses, but on a port of its own; on any free one if that is 0. */
    static FakeMemcachedBuilder applyBut(int port, GivenOptions given, FakeMemcachedBuilder builder) {
        apply(given, builder).port(port);
        if (given.number(MemcachedOption.UDP_PORT, 0) != 0) {
            builder.udpPort(0);
        }
        return listenOn(listeners(given, false), builder);
    }

    private static FakeMemcachedBuilder listenOn(List<Listener> listeners, FakeMemcachedBuilder builder) {
        if (listeners.isEmpty()) {
            return builder;
        }
        return builder.listeners(
                listeners.get(0), listeners.subList(1, listeners.size()).toArray(Listener[]::new));
    }

    /**
     * The addresses that were named, if any.
     *
     * @param withPorts whether with the ports that stand behind them
     */
    static List<Listener> listeners(GivenOptions given, boolean withPorts) {
        return given.all(MemcachedOption.LISTEN).stream()
                .flatMap(value -> Stream.of(value.split("[;,]")))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .distinct()
                .map(text -> listener(ListenerPrefix.of(text, given.has(MemcachedOption.ENABLE_SSL)), withPorts))
                .toList();
    }

    /** Whether an address stands with a port. */
    static boolean namePorts(GivenOptions given) {
        return !listeners(given, true).toString().equals(listeners(given, false).toString());
    }

    private static Listener listener(ListenerPrefix prefix, boolean withPort) {
        Listener listener = at(prefix.address(), withPort).encryption(prefix.encryption());
        prefix.protocol().ifPresent(listener::protocol);
        return listener;
    }

    /** An IPv6 address without brackets has no port: each of its colons may be a part of it. */
    private static Listener at(String address, boolean withPort) {
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
        int port = hasPort ? port(WholeNumber.of("-l: Invalid port number:", address.substring(colon + 1))) : ANY_FREE;
        String resolvable = host.equals("*") ? "0.0.0.0" : host;
        try {
            return hasPort && withPort ? Listener.on(resolvable, port) : Listener.on(resolvable);
        } catch (IllegalArgumentException e) {
            throw Refusal.ofSystem("failed to listen on one of interface(s) " + host + ": " + e.getMessage());
        }
    }

    private static int mask(String octal) {
        if (!octal.matches("[0-7]+")) {
            throw Refusal.ofUse("-a " + octal + ": not an octal number");
        }
        return Integer.parseInt(octal.substring(Math.max(0, octal.length() - 3)), 8);
    }

    private static int port(int number) {
        if (number < ANY_FREE || number > 65535) {
            throw Refusal.ofUse("ERROR: Invalid port number " + number + ".");
        }
        return Math.max(number, 0);
    }
}
