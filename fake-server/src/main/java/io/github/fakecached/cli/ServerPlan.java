package io.github.fakecached.cli;

import io.github.fakecached.Administration;
import io.github.fakecached.BindingProtocol;
import io.github.fakecached.FakeMemcached;
import io.github.fakecached.FakeMemcachedBuilder;
import io.github.fakecached.MemcachedVersion;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The fake that a command line asks for. What memcached refuses is refused first, in its words; then what the fake does not
 * serve.
 */
final class ServerPlan {

    private static final long MIB = 1024 * 1024;
    private static final int DEFAULT_MEGABYTES = 64;
    private static final String PASSWORD_FILE = "MEMCACHED_SASL_PWDB";

    private final GivenOptions given;
    private final ExtendedOptions extended;

    private ServerPlan(GivenOptions given) {
        this.given = given;
        this.extended = ExtendedOptions.read(given.all(MemcachedOption.EXTENDED));
    }

    /** The settings that the options name. */
    static FakeMemcachedBuilder of(GivenOptions given) {
        return apply(given, FakeMemcached.builder(), administration -> administration);
    }

    /**
     * Adds them to others.
     *
     * @param more what clients may do besides
     */
    static FakeMemcachedBuilder apply(
            GivenOptions given, FakeMemcachedBuilder builder, UnaryOperator<Administration> more) {
        OptionChecks.check(given);
        return new ServerPlan(given).add(builder, more);
    }

    private FakeMemcachedBuilder add(FakeMemcachedBuilder builder, UnaryOperator<Administration> more) {
        long memoryLimit = given.number(MemcachedOption.MEMORY_LIMIT, DEFAULT_MEGABYTES) * MIB;
        int itemSize = ItemSize.of(given, extended, memoryLimit);
        FakeMemcachedBuilder listening = ListenOptions.apply(given, builder);
        refuseWhatIsNotServed();
        try {
            return withTls(withUsers(listening))
                    .version(version())
                    .memoryLimit(memoryLimit)
                    .maxItemSize(itemSize)
                    .evictions(!given.has(MemcachedOption.DISABLE_EVICTIONS))
                    .maxConnections(given.number(MemcachedOption.CONN_LIMIT, 1024))
                    .idleTimeout(Duration.ofSeconds(
                            extended.number(ExtendedOption.IDLE_TIMEOUT).orElse(0)))
                    .casEnabled(!given.has(MemcachedOption.DISABLE_CAS))
                    .flushEnabled(!given.has(MemcachedOption.DISABLE_FLUSH_ALL))
                    .administration(more.apply(administration()))
                    .memoryTuning(MemoryOptions.read(given, extended, itemSize));
        } catch (IllegalArgumentException e) {
            throw Refusal.ofUse(String.valueOf(e.getMessage()));
        }
    }

    private Administration administration() {
        Administration administration = ShownOptions.apply(given, extended, Administration.defaults())
                .slabReassignEnabled(!extended.has(ExtendedOption.NO_SLAB_REASSIGN))
                .shutdownEnabled(given.has(MemcachedOption.ENABLE_SHUTDOWN))
                .dumpEnabled(!given.has(MemcachedOption.DISABLE_DUMPING))
                .watchEnabled(!given.has(MemcachedOption.DISABLE_WATCH))
                .sizesTracked(extended.has(ExtendedOption.TRACK_SIZES))
                .threads(given.number(MemcachedOption.THREADS, 4))
                .verbosity(given.count(MemcachedOption.VERBOSE));
        return given.last(MemcachedOption.DELIMITER)
                .map(text -> administration.prefixDelimiter(text.isEmpty() ? 0 : text.charAt(0)))
                .orElse(administration);
    }

    private FakeMemcachedBuilder withTls(FakeMemcachedBuilder builder) {
        return given.has(MemcachedOption.ENABLE_SSL) ? builder.tls(TlsOptions.read(given, extended)) : builder;
    }

    private MemcachedVersion version() {
        return MemcachedVersion.of(given.last(MemcachedOption.SPEAK).orElse(MemcachedVersion.V1_6_45.number()));
    }

    private FakeMemcachedBuilder withUsers(FakeMemcachedBuilder builder) {
        given.last(MemcachedOption.PROTOCOL)
                .ifPresent(name -> builder.bindingProtocol(BindingProtocol.valueOf(name.toUpperCase(Locale.ROOT))));
        given.last(MemcachedOption.AUTH_FILE).map(Path::of).ifPresent(builder::authFile);
        return given.has(MemcachedOption.ENABLE_SASL) ? builder.saslPasswordFile(saslPasswordFile()) : builder;
    }

    private static Path saslPasswordFile() {
        return Optional.ofNullable(System.getenv(PASSWORD_FILE))
                .map(Path::of)
                .orElseThrow(() -> Refusal.ofUse("-S: set the environment variable " + PASSWORD_FILE
                        + " to a file of lines user:password; the fake does not read the databases of Cyrus SASL"));
    }

    private void refuseWhatIsNotServed() {
        for (MemcachedOption option : given.names()) {
            if (option.treatment() == Treatment.NOT_SERVED) {
                throw notServed(String.join(", ", option.names()), option.description());
            }
        }
        for (ExtendedOption option : extended.names()) {
            if (option.treatment() == Treatment.NOT_SERVED && !extended.isZero(option)) {
                throw notServed("-o " + option, option.instead());
            }
        }
    }

    private static Refusal notServed(String option, String instead) {
        return Refusal.ofUse(option + " is not served by the fake: " + instead);
    }
}
