package io.github.fakecached.junit;

import com.github.dockerjava.api.model.Bind;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;
import org.testcontainers.utility.DockerImageName;

/**
 * Real memcached in a container, its clock driven by libfaketime. Nobody but it and its image knows Testcontainers,
 * which may be missing.
 */
final class ContainerServer extends RealServer {

    private static final int PORT = 11211;
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration JUMP_LIMIT = Duration.ofSeconds(5);

    private final GenericContainer<?> container;
    private final String image;
    private final ClockFile clock;
    private boolean clockMoves = true;

    private ContainerServer(GenericContainer<?> container, String image, ClockFile clock) {
        super(address(container));
        this.container = container;
        this.image = image;
        this.clock = clock;
    }

    static RealServer start(String image, List<String> options) {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            throw new IllegalStateException("no Docker answers");
        }
        ContainerImage.require(image);
        ClockFile clock = new ClockFile();
        GenericContainer<?> container = container(image, options, clock);
        try {
            container.start();
            return new ContainerServer(container, image, clock);
        } catch (RuntimeException e) {
            container.stop();
            clock.delete();
            throw e;
        }
    }

    @SuppressWarnings("resource") // each step gives the same container, which start() returns or stops
    private static GenericContainer<?> container(String image, List<String> options, ClockFile clock) {
        return new GenericContainer<>(DockerImageName.parse(image))
                .withImagePullPolicy(name -> false)
                .withExposedPorts(PORT)
                .withCommand(options.toArray(String[]::new))
                .withEnv(clock.environment())
                .withCreateContainerCmdModifier(
                        command -> command.getHostConfig().withBinds(Bind.parse(clock.mount())))
                .waitingFor(new VersionAnswered());
    }

    /** The Docker host, as Docker's own address has it: Testcontainers would start another image to find out, in a container. */
    private static InetSocketAddress address(GenericContainer<?> container) {
        return address(container.getMappedPort(PORT));
    }

    private static InetSocketAddress address(int port) {
        String override = System.getenv("TESTCONTAINERS_HOST_OVERRIDE");
        URI docker = DockerClientFactory.instance().getTransportConfig().getDockerHost();
        String host = override != null ? override : docker.getHost() == null ? "127.0.0.1" : docker.getHost();
        return new InetSocketAddress(host, port);
    }

    @Override
    synchronized void advance(Duration time) {
        if (clockMoves) {
            long due = time() + time.toSeconds();
            clock.advance(time);
            try {
                await(() -> time() >= due, JUMP_LIMIT, "its clock to show " + due);
                return;
            } catch (IllegalStateException withoutLibfaketime) {
                clockMoves = false;
            }
        }
        super.advance(time);
    }

    @Override
    public void close() {
        container.stop();
        clock.delete();
    }

    @Override
    public String toString() {
        return "container " + image + (clockMoves ? "" : ", which has no libfaketime");
    }

    /** Ready when it answers: there may be no shell in the image to look from inside. */
    private static final class VersionAnswered extends AbstractWaitStrategy {

        @Override
        protected void waitUntilReady() {
            RealServer server = new RealServer(address(waitStrategyTarget.getMappedPort(PORT)));
            server.await(server::answers, START_LIMIT, "an answer");
        }
    }
}
