package io.github.fakecached.conformance.target;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.Ports;
import io.github.fakecached.conformance.wire.Dialect;
import io.github.fakecached.conformance.wire.RawConnection;
import io.github.fakecached.conformance.wire.RawText;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;
import org.testcontainers.utility.DockerImageName;

/** Real memcached in a container; under libfaketime where the image has it, so that its clock can be moved. */
final class ContainerTarget implements Target {

    private static final int PORT = 11211;
    private static final String FOLDER = "/clock";
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration JUMP_LIMIT = Duration.ofSeconds(10);

    private final GenericContainer<?> container;
    private final ClockFile clockFile;
    private final String image;
    private final Target running;
    private @Nullable TimeTravel timeTravel;

    private ContainerTarget(GenericContainer<?> container, ClockFile clockFile, String image, Startup startup) {
        this.container = container;
        this.clockFile = clockFile;
        this.image = image;
        var address = ContainerAddress.await(container, PORT, startup, START_LIMIT);
        this.running = new AddressTarget(
                "container " + image, address, startup, ContainerAddress.udp(container, PORT, address));
    }

    static Target open(String image, String... options) throws TargetAbsent {
        var target = open(image, Startup.PLAIN, options);
        target.timeTravel(); // Not while items are there: it takes 100 seconds of the server's time.
        return target;
    }

    private static ContainerTarget open(String image, Startup startup, String... options) throws TargetAbsent {
        if (!dockerAnswers()) {
            throw new TargetAbsent("no Docker answers, so no container of " + image);
        }
        LocalImage.require(image);
        var clockFile = new ClockFile();
        var folder = new StartupFolder(clockFile.folder(), FOLDER);
        folder.write(startup);
        var container = new GenericContainer<>(DockerImageName.parse(image))
                .withImagePullPolicy(name -> false)
                .withExposedPorts(PORT)
                .withCommand(Stream.of(
                                Stream.of("-m", "1024"),
                                Stream.of(folder.options(startup, Integer.toString(PORT))),
                                Stream.of(options))
                        .flatMap(words -> words)
                        .toArray(String[]::new))
                .withEnv(clockFile.environment(FOLDER))
                .withEnv(folder.environment(startup))
                .withCreateContainerCmdModifier(command -> {
                    command.getHostConfig().withBinds(Bind.parse(clockFile.folder() + ":" + FOLDER + ":ro"));
                    if (startup == Startup.UDP) {
                        publishUdp(command);
                    }
                })
                .waitingFor(new Answered(startup));
        try {
            container.start();
        } catch (RuntimeException e) {
            container.stop();
            clockFile.delete();
            throw new TargetAbsent("no container of " + image + " could be started: " + e.getMessage(), e);
        }
        return new ContainerTarget(container, clockFile, image, startup);
    }

    private static boolean dockerAnswers() {
        try {
            return DockerClientFactory.instance().isDockerAvailable();
        } catch (RuntimeException e) {
            return false;
        }
    }

    /** Tries it: an image without libfaketime starts all the same, and its clock stays where it was. */
    private boolean clockMoves() {
        var clock = new ServerClock(running);
        long before = clock.now();
        clockFile.advance(Duration.ofSeconds(100));
        try {
            clock.awaitTime(before + 100, Duration.ofSeconds(3));
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    @Override
    public String name() {
        return running.name();
    }

    @Override
    public InetSocketAddress address() {
        return running.address();
    }

    @Override
    public Target startedWith(Startup startup) throws TargetAbsent {
        return open(image, startup);
    }

    @Override
    public boolean speaksText() {
        return running.speaksText();
    }

    @Override
    public InetSocketAddress udpAddress() {
        return running.udpAddress();
    }

    @Override
    public RawText connect() {
        return running.connect();
    }

    @Override
    public RawConnection connect(Dialect dialect) {
        return running.connect(dialect);
    }

    @Override
    public ServerVersion version() {
        return running.version();
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(version(), timeTravel());
    }

    /** Found out when it is asked for first: it takes a while, and most rules need no time to pass. */
    private TimeTravel timeTravel() {
        var known = timeTravel;
        if (known == null) {
            known = clockMoves() ? TimeTravel.JUMP : TimeTravel.WAIT;
            timeTravel = known;
        }
        return known;
    }

    @Override
    public void advance(Duration time) {
        if (timeTravel() == TimeTravel.WAIT) {
            running.advance(time);
            return;
        }
        var clock = new ServerClock(running);
        long before = clock.now();
        clockFile.advance(time);
        clock.awaitTime(before + time.toSeconds(), JUMP_LIMIT);
    }

    @Override
    public void close() {
        container.stop();
        clockFile.delete();
    }

    /** At the port of the same number, which Testcontainers would not publish but for TCP. */
    private static void publishUdp(CreateContainerCmd command) {
        var port = ExposedPort.udp(PORT);
        command.withExposedPorts(Stream.concat(Stream.of(command.getExposedPorts()), Stream.of(port))
                .toArray(ExposedPort[]::new));
        command.getHostConfig().getPortBindings().bind(port, Ports.Binding.empty());
    }

    /** Ready when it answers; there is no shell in the image to look from inside. */
    private static final class Answered extends AbstractWaitStrategy {

        private final Startup startup;

        private Answered(Startup startup) {
            this.startup = startup;
        }

        @Override
        protected void waitUntilReady() {
            ContainerAddress.await(waitStrategyTarget, PORT, startup, START_LIMIT);
        }
    }
}
