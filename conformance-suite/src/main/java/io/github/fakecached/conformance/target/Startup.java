package io.github.fakecached.conformance.target;

import io.github.fakecached.Administration;
import io.github.fakecached.BindingProtocol;
import io.github.fakecached.FakeMemcachedBuilder;
import io.github.fakecached.MemoryTuning;
import io.github.fakecached.Tls;
import io.github.fakecached.conformance.wire.NoReply;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Ways of starting memcached that rules are about: its own options, and what says the same to the fake. Starts nothing. */
@SuppressWarnings("ImmutableEnumChecker") // The lists are those of List.of, and the functions have no state.
public enum Startup {
    /** Without any option, and so with the threads that look after items. */
    PLAIN(fake -> fake),
    /** Without uniques. */
    WITHOUT_CAS(fake -> fake.casEnabled(false), "-C"),
    /** With little memory. */
    LITTLE_MEMORY(fake -> fake.memoryLimit(mib(8)), "-m", "8"),
    /** With little memory, and nothing to be thrown away when it is full. */
    WITHOUT_EVICTIONS(fake -> fake.memoryLimit(mib(8)).evictions(false), "-m", "8", "-M"),
    /** Without flush_all. */
    WITHOUT_FLUSH(fake -> fake.flushEnabled(false), "-F"),
    /** With items of up to 2 MiB. */
    LARGE_ITEMS(fake -> fake.maxItemSize((int) mib(2)), "-I", "2m"),
    /** With items of up to half a MiB. */
    SMALL_ITEMS(fake -> fake.maxItemSize(512 * 1024), "-I", "512k"),
    /** Without what lists keys. */
    WITHOUT_DUMP(fake -> fake.administration(Administration.defaults().dumpEnabled(false)), "-X"),
    /** Without watchers. */
    WITHOUT_WATCH(fake -> fake.administration(Administration.defaults().watchEnabled(false)), "-W"),
    /** With a command that ends it. */
    WITH_SHUTDOWN(fake -> fake.administration(Administration.defaults().shutdownEnabled(true)), "-A"),
    /** With prefixes of keys that end in a slash. */
    OTHER_DELIMITER(fake -> fake.administration(Administration.defaults().prefixDelimiter('/')), "-D", "/"),
    /** With sizes that are counted. */
    TRACKED_SIZES(fake -> fake.administration(Administration.defaults().sizesTracked(true)), "-o", "track_sizes"),
    /** With nobody to look after items but the crawler, when it is told to. */
    WITHOUT_MAINTAINER(
            fake -> fake.memoryTuning(MemoryTuning.defaults().lruMaintainer(false)), "-o", "no_lru_maintainer"),
    /** With few connections at once. */
    FEW_CONNECTIONS(fake -> fake.maxConnections(100), "-c", "100"),
    /** With connections that are closed when nothing is asked for a second. */
    IDLE_TIMEOUT(fake -> fake.idleTimeout(Duration.ofSeconds(1)), "-o", "idle_timeout=1"),
    /** With text alone. */
    TEXT_ONLY(fake -> fake.bindingProtocol(BindingProtocol.ASCII), "-B", "ascii"),
    /** With a user, who has to sign in with text. */
    TEXT_USER(fake -> fake.textUser(StartupFolder.USER, StartupFolder.PASSWORD), "-Y", StartupFolder.NAME + "/users"),
    /** With a user, who has to sign in by SASL, and so with the binary protocol alone. */
    SASL_USER(fake -> fake.saslUser(SaslUsers.USER, SaslUsers.PASSWORD), "-S"),
    /** With everything encrypted. */
    TLS(
            fake -> fake.tls(Tls.withFiles(
                    ServerCertificate.shared().chain(),
                    ServerCertificate.shared().key())),
            "-Z",
            "-o",
            "ssl_chain_cert=" + StartupFolder.NAME + "/chain.pem,ssl_key=" + StartupFolder.NAME + "/key.pem"),
    /** With datagrams besides. */
    UDP(fake -> fake.udpPort(0), "-U", StartupFolder.UDP_PORT);

    private final UnaryOperator<FakeMemcachedBuilder> fake;
    private final List<String> options;

    Startup(UnaryOperator<FakeMemcachedBuilder> fake, String... options) {
        this.fake = fake;
        this.options = List.of(options);
    }

    private static long mib(int number) {
        return number * 1024L * 1024;
    }

    FakeMemcachedBuilder applyTo(FakeMemcachedBuilder builder) {
        return fake.apply(builder);
    }

    String[] options() {
        return options.toArray(String[]::new);
    }

    /** Whether such a server speaks the text protocol, as all do but those where users sign in by SASL. */
    public boolean speaksText() {
        return this != SASL_USER;
    }

    /** What a server lacks for being started in this way, as far as it says so itself. */
    public Optional<String> lackedBy(Target usual) {
        if (this != TLS) {
            return Optional.empty();
        }
        try (var connection = usual.connect()) {
            return connection.ask("refresh_certs\r\n").text().equals("ERROR\r\n")
                    ? Optional.of("the server was built without TLS: refresh_certs is ERROR")
                    : Optional.empty();
        } catch (NoReply silent) {
            return Optional.empty();
        }
    }

    /** The command line of its own options. */
    @Override
    public String toString() {
        return options.isEmpty() ? "no options" : String.join(" ", options);
    }
}
