package io.github.fakecached.conformance.target;

import io.github.fakecached.MemcachedVersion;
import io.github.fakecached.MemoryTuning;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The targets that the system properties ask for: {@code conformance.image} and {@code conformance.tags} for containers,
 * {@code conformance.program} for a process, {@code conformance.address} (host:port) for a server that runs already, and
 * {@code conformance.require} for the kinds whose absence is a failure.
 */
public final class Targets {

    /** The versions that the fake speaks. */
    private static final String SPOKEN_TAGS = "1.6.18,1.6.45";

    /** Debian's: of its releases since 11 one each, and of its next one. */
    private static final String ALL_TAGS = "1.6.9,1.6.18,1.6.38,1.6.45";

    private final Function<String, Optional<String>> settings;

    /** Goes by settings, such as the system properties. */
    public Targets(Function<String, Optional<String>> settings) {
        this.settings = settings;
    }

    /** Goes by the system properties. */
    public static Targets configured() {
        return new Targets(name -> Optional.ofNullable(System.getProperty(name)).filter(value -> !value.isBlank()));
    }

    /** The fake in each version that it speaks. */
    public List<TargetSource> fakes() {
        return Stream.of(MemcachedVersion.values())
                .map(version -> new TargetSource("fake " + version.number(), "fake", () -> FakeTarget.open(version)))
                .toList();
    }

    /**
     * The fake that speaks the version of this real server, has an LRU maintainer if that one has, which drops expired items,
     * and whose clock is moved to where the real one's is.
     */
    public static Target fakeLike(Target real) {
        var version = real.version().hasNewParser() ? MemcachedVersion.V1_6_45 : MemcachedVersion.V1_6_18;
        var fake = FakeTarget.open(version, MemoryTuning.defaults().lruMaintainer(hasLruMaintainer(real)));
        long ahead = new ServerClock(real).now() - new ServerClock(fake).now();
        fake.advance(Duration.ofSeconds(Math.max(0, ahead)));
        return fake;
    }

    private static boolean hasLruMaintainer(Target real) {
        try (var connection = real.connect()) {
            return connection.ask("stats settings\r\n").text().contains("STAT lru_maintainer_thread yes\r\n");
        }
    }

    /**
     * The real servers of the versions that the fake speaks, those that are started with these options added to their
     * command line.
     */
    public List<TargetSource> real(String... options) {
        return real(SPOKEN_TAGS, options);
    }

    /** The real servers of all versions that rules are held against. */
    public List<TargetSource> judged(String... options) {
        return real(ALL_TAGS, options);
    }

    private List<TargetSource> real(String tags, String... options) {
        var sources = new ArrayList<>(containers(tags, options));
        sources.add(process(options));
        settings.apply("conformance.address").map(TargetNames::named).ifPresent(sources::add);
        return sources;
    }

    /** One container for each version that the fake speaks, or for each tag that was set. */
    public List<TargetSource> containers(String... options) {
        return containers(SPOKEN_TAGS, options);
    }

    private List<TargetSource> containers(String tags, String... options) {
        var image = settings.apply("conformance.image").orElse("memcached");
        return list(settings.apply("conformance.tags").orElse(tags))
                .map(tag -> image + ":" + tag)
                .map(name ->
                        new TargetSource("container " + name, "container", () -> ContainerTarget.open(name, options)))
                .toList();
    }

    /** The program on the PATH. */
    public TargetSource process(String... options) {
        var program = program();
        return new TargetSource("process " + program, "process", () -> ProcessTarget.open(program, options));
    }

    /** What {@code conformance.program} names. */
    public String program() {
        return settings.apply("conformance.program").orElse("memcached");
    }

    /** Whether {@code -Dconformance.require} names this kind, so that its absence is a failure. */
    public boolean requires(String kind) {
        return list(settings.apply("conformance.require").orElse("")).anyMatch(kind::equals);
    }

    private static Stream<String> list(String commaSeparated) {
        return Stream.of(commaSeparated.split(",")).map(String::strip).filter(item -> !item.isEmpty());
    }
}
