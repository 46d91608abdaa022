package io.github.fakecached.conformance.target;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.ContainerNetwork;
import com.github.dockerjava.api.model.ExposedPort;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerState;

/**
 * Finds where a container's server is reached: at a port of the Docker host or, where the tests run in a container themselves, at
 * the other container's own address. It tries, instead of asking Testcontainers, which would start one more image to find out.
 */
final class ContainerAddress {

    private ContainerAddress() {}

    /** The address at which the server answered; fails with what was tried when the time is up. */
    static InetSocketAddress await(ContainerState container, int port, Startup startup, Duration limit) {
        var published = new InetSocketAddress(dockerHost(), container.getMappedPort(port));
        var own = ownAddresses(container.getContainerInfo()).map(address -> new InetSocketAddress(address, port));
        return ServerClock.awaitAnswer(
                Stream.concat(Stream.of(published), own).toList(),
                address -> StartupConnection.answers(startup, address),
                limit);
    }

    /** Where the server takes datagrams at the port of the same number, if it is published, that answered at this address. */
    static Optional<InetSocketAddress> udp(ContainerState container, int port, InetSocketAddress answered) {
        var published = container
                .getContainerInfo()
                .getNetworkSettings()
                .getPorts()
                .getBindings()
                .get(ExposedPort.udp(port));
        if (published == null || published.length == 0) {
            return Optional.empty();
        }
        boolean atHost = answered.getPort() == container.getMappedPort(port);
        int there = atHost ? Integer.parseInt(published[0].getHostPortSpec()) : port;
        return Optional.of(new InetSocketAddress(answered.getAddress(), there));
    }

    private static String dockerHost() {
        URI docker = DockerClientFactory.instance().getTransportConfig().getDockerHost();
        return docker.getHost() == null ? "127.0.0.1" : docker.getHost();
    }

    private static Stream<String> ownAddresses(InspectContainerResponse info) {
        return info.getNetworkSettings().getNetworks().values().stream()
                .map(ContainerNetwork::getIpAddress)
                .filter(address -> address != null && !address.isEmpty());
    }
}
