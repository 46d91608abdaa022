package io.github.fakecached.internal.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fakecached.internal.engine.Endpoint;
import io.github.fakecached.internal.engine.Transport;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import org.junit.jupiter.api.Test;

/** Addresses in the words that real servers were heard to use. */
class AddressesTest {

    @Test
    void anIpv4AddressIsShownWithItsPort() {
        Endpoint client = Addresses.endpoint(Transport.TCP, new InetSocketAddress("127.0.0.1", 37904));
        assertThat(client.address()).isEqualTo("tcp:127.0.0.1:37904");
        assertThat(client.ip()).isEqualTo("127.0.0.1");
    }

    @Test
    void anIpv6AddressIsShortenedAndInBrackets() {
        Endpoint client = Addresses.endpoint(Transport.TCP, new InetSocketAddress("0:0:0:0:0:0:0:1", 37904));
        assertThat(client.address()).isEqualTo("tcp6:[::1]:37904");
        assertThat(client.ip()).isEqualTo("::1");
    }

    @Test
    void anAddressOfUdpSaysSo() {
        SocketAddress address = new InetSocketAddress("::1", 22122);
        assertThat(Addresses.endpoint(Transport.UDP, address).address()).isEqualTo("udp6:[::1]:22122");
    }

    @Test
    void aUnixDomainSocketIsShownByItsPath() {
        Endpoint listener = Addresses.endpoint(Transport.LOCAL, UnixDomainSocketAddress.of("/tmp/socket"));
        assertThat(listener.address()).isEqualTo("unix:/tmp/socket");
        assertThat(listener.ip()).isEqualTo("unix");
    }

    @Test
    void theClientOfAUnixDomainSocketHasNoAddress() {
        Endpoint client = Addresses.endpoint(Transport.LOCAL, UnixDomainSocketAddress.of(""));
        assertThat(client.address()).isEqualTo("?:<AF 0>");
        assertThat(client.ip()).isEqualTo("unix");
    }

    @Test
    void aClientThatHasGoneHasNoAddress() {
        assertThat(Addresses.endpoint(Transport.TCP, null).address()).isEqualTo("?:<AF 0>");
    }
}
