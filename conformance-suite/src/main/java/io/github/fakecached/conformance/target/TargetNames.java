package io.github.fakecached.conformance.target;

import io.github.fakecached.MemcachedVersion;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The targets as they are named on a command line: {@code HOST:PORT}, {@code fake}, {@code fake:VERSION},
 * {@code container:TAG}, {@code container:IMAGE:TAG}, {@code program} and {@code program:PATH}.
 */
public final class TargetNames {

    private static final Pattern STARTED = Pattern.compile("(fake|container|program)(?::(.+))?");
    private static final Pattern TAG = Pattern.compile("\\d[\\w.-]*");
    private static final Pattern ADDRESS = Pattern.compile("(?:\\[(.+)]|([^:]+)):(\\d{1,5})");
    private static final int HIGHEST_PORT = 65_535;

    private TargetNames() {}

    /** The target with this name; a server that was not started here has ten seconds for a reply. */
    public static TargetSource named(String name) {
        return named(name, Duration.ofSeconds(10), Optional.empty());
    }

    /**
     * The target with this name, which is not opened yet.
     *
     * @param name its name
     * @param limit how long to wait for a reply of a server that was not started here
     * @param expected the release by which a server is judged whose version is not memcached's; none for the newest
     * @param options added to the command line of a memcached that is started
     * @throws IllegalArgumentException if it names none; the message says what would
     */
    public static TargetSource named(String name, Duration limit, Optional<ServerVersion> expected, String... options) {
        var started = STARTED.matcher(name);
        if (started.matches()) {
            var which = Optional.ofNullable(started.group(2));
            return switch (started.group(1)) {
                case "fake" -> fake(which.map(MemcachedVersion::of).orElse(MemcachedVersion.V1_6_45));
                case "container" -> container(which.orElseThrow(() -> unknown(name)), options);
                default -> program(which.orElse("memcached"), options);
            };
        }
        var address = ADDRESS.matcher(name);
        if (address.matches() && Integer.parseInt(address.group(3)) <= HIGHEST_PORT) {
            var host = Optional.ofNullable(address.group(1)).orElse(address.group(2));
            var where = new InetSocketAddress(host, Integer.parseInt(address.group(3)));
            return new TargetSource(name, "address", () -> ProbedTarget.open(name, where, limit, expected));
        }
        throw unknown(name);
    }

    private static IllegalArgumentException unknown(String name) {
        return new IllegalArgumentException("a target is HOST:PORT, fake, fake:1.6.18, container:1.6.18,"
                + " container:IMAGE:TAG, program or program:PATH, and not " + name);
    }

    private static TargetSource fake(MemcachedVersion version) {
        return new TargetSource("fake " + version.number(), "fake", () -> FakeTarget.open(version));
    }

    /** What looks like a tag only is one of the image memcached. */
    private static TargetSource container(String tagOrImage, String... options) {
        var image = TAG.matcher(tagOrImage).matches() ? "memcached:" + tagOrImage : tagOrImage;
        return new TargetSource("container " + image, "container", () -> ContainerTarget.open(image, options));
    }

    private static TargetSource program(String program, String... options) {
        return new TargetSource("program " + program, "process", () -> ProcessTarget.open(program, options));
    }
}
