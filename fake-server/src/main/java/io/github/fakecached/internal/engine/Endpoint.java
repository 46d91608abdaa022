package io.github.fakecached.internal.engine;

/**
 * One end of a connection, in memcached's words. Resolves no names.
 *
 * @param transport how it is reached
 * @param host an IP address, IPv6 without brackets; for a Unix domain socket its path; empty if that cannot be told, as for the
 *     clients of a Unix domain socket
 * @param port 0 for a Unix domain socket
 */
public record Endpoint(Transport transport, String host, int port) {

    /** An end whose address cannot be told. */
    public static Endpoint unknown(Transport transport) {
        return new Endpoint(transport, "", 0);
    }

    /** As {@code stats conns} shows it: {@code tcp:127.0.0.1:11211}, {@code udp6:[::1]:11211}, {@code unix:/tmp/socket}. */
    public String address() {
        if (host.isEmpty()) {
            return "?:<AF 0>";
        }
        if (transport == Transport.LOCAL) {
            return "unix:" + host;
        }
        return transport + (host.contains(":") ? "6:[" + host + "]:" : ":" + host + ":") + port;
    }

    /** As {@code rip=} of {@code watch connevents} shows it. */
    public String ip() {
        return host.isEmpty() || transport == Transport.LOCAL ? "unix" : host;
    }
}
