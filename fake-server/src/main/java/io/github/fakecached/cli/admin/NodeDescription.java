package io.github.fakecached.cli.admin;

import io.github.fakecached.FakeMemcached;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Where a node listens and how it is, in names and values. */
public final class NodeDescription {

    private NodeDescription() {}

    /** What there is to tell of a node. */
    public static Map<String, Object> of(String name, FakeMemcached memcached) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("node", name);
        List<InetSocketAddress> addresses = memcached.addresses();
        if (addresses.isEmpty()) {
            row.put("unixSocket", memcached.unixSocket().toString());
        } else {
            row.put("host", host(addresses.get(0)));
            row.put("port", addresses.get(0).getPort());
            row.put("addresses", addresses.stream().map(NodeDescription::text).toList());
        }
        row.put("version", memcached.version().toString());
        row.put("running", memcached.isRunning());
        row.put("paused", memcached.isPaused());
        row.put("partitioned", memcached.isPartitioned());
        return row;
    }

    /** Where it listens, for people. */
    public static String where(FakeMemcached memcached) {
        return memcached.addresses().isEmpty()
                ? "unix:" + memcached.unixSocket()
                : memcached.addresses().stream().map(NodeDescription::text).collect(Collectors.joining(", "));
    }

    static String text(InetSocketAddress address) {
        String host = host(address);
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort();
    }

    /** A listener on all addresses is often the one of IPv6, which serves IPv4 too. */
    private static String host(InetSocketAddress address) {
        InetAddress host = address.getAddress();
        return host.isAnyLocalAddress() ? "0.0.0.0" : host.getHostAddress();
    }
}
