package io.github.fakecached.junit;

import com.github.dockerjava.api.model.Bind;
import io.github.fakecached.ConnectionSettings;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.output.ToStringConsumer;
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
    private final MountedFolder folder;
    private final ClockFile clock;
    private boolean clockMoves = true;

    private ContainerServer(
            ConnectionSettings address,
            GenericContainer<?> container,
            String image,
            MountedFolder folder,
            ClockFile clock) {
        super(address);
        this.container = container;
        this.image = image;
        this.folder = folder;
        this.clock = clock;
    }

    /** Starts one of an image that is there. */
    static RealServer start(ContainerSettings settings, RealSettings servers) {
        MountedFolder folder = new MountedFolder();
        settings.files().forEach(folder::write);
        ClockFile clock = new ClockFile(folder);
        ToStringConsumer log = new ToStringConsumer();
        GenericContainer<?> container = container(settings, servers, folder).withLogConsumer(log);
        try {
            container.start();
            return new ContainerServer(
                    connectTo(container.getMappedPort(PORT), servers), container, settings.image(), folder, clock);
        } catch (RuntimeException e) {
            container.stop();
            folder.delete();
            String said = log.toUtf8String().strip();
            throw new IllegalStateException(
                    "a container of " + settings.image() + " does not start with " + settings.options() + ": "
                            + (said.isBlank() ? e.getMessage() : said),
                    e);
        }
    }

    @SuppressWarnings("resource") // each step gives the same container, which start() returns or stops
    private static GenericContainer<?> container(
            ContainerSettings settings, RealSettings servers, MountedFolder folder) {
        return new GenericContainer<>(DockerImageName.parse(settings.image()))
                .withImagePullPolicy(name -> false)
                .withExposedPorts(PORT)
                .withCommand(settings.options().toArray(String[]::new))
                .withEnv(ClockFile.environment())
                .withCreateContainerCmdModifier(
                        command -> command.getHostConfig().withBinds(Bind.parse(folder.mount())))
                .waitingFor(new VersionAnswered(servers));
    }

    /** The Docker host, as Docker's own address has it: Testcontainers would start another image to find out, in a container. */
    private static ConnectionSettings connectTo(int port, RealSettings servers) {
        String override = System.getenv("TESTCONTAINERS_HOST_OVERRIDE");
        URI docker = DockerClientFactory.instance().getTransportConfig().getDockerHost();
        String host = override != null ? override : docker.getHost() == null ? "127.0.0.1" : docker.getHost();
        return servers.connectTo(List.of(new InetSocketAddress(host, port)));
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
        folder.delete();
    }

    @Override
    public String toString() {
        return "container " + image + (clockMoves ? "" : ", which has no libfaketime");
    }

    /** Ready when it answers: there may be no shell in the image to look from inside. */
    private static final class VersionAnswered extends AbstractWaitStrategy {

        private final RealSettings servers;

        VersionAnswered(RealSettings servers) {
            this.servers = servers;
        }

        @Override
        protected void waitUntilReady() {
            RealServer server = new RealServer(connectTo(waitStrategyTarget.getMappedPort(PORT), servers));
            server.await(() -> !waitStrategyTarget.isRunning() || server.answers(), START_LIMIT, "an answer");
            if (!waitStrategyTarget.isRunning()) {
                throw new IllegalStateException("memcached has ended");
            }
        }
    }
}
