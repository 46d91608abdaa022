package io.github.fakecached.internal.net;

import io.github.fakecached.internal.engine.Endpoint;
import io.github.fakecached.internal.engine.Transport;
import io.netty.util.NetUtil;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import org.jspecify.annotations.Nullable;

/** Puts the addresses of channels into memcached's words. */
final class Addresses {

    private Addresses() {}

    /** An address of a channel; it has none once its client has gone. */
    static Endpoint endpoint(Transport transport, @Nullable SocketAddress address) {
        if (address instanceof InetSocketAddress inet) {
            // one text for all connections of a host
            String host = NetUtil.toAddressString(inet.getAddress()).intern();
            return new Endpoint(transport, host, inet.getPort());
        }
        if (address instanceof UnixDomainSocketAddress unix) {
            return new Endpoint(transport, unix.getPath().toString(), 0);
        }
        return Endpoint.unknown(transport);
    }
}
