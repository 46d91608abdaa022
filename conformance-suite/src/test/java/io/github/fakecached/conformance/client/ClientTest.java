package io.github.fakecached.conformance.client;

import io.github.fakecached.conformance.OpenTarget;
import io.github.fakecached.conformance.target.Target;
import io.github.fakecached.conformance.target.TargetSource;
import io.github.fakecached.conformance.target.Targets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What tests of client libraries have in common: a server, empty before each test, once the fake in each version and once
 * each real server, which shows that a test asks for what memcached does.
 */
@ParameterizedClass
@MethodSource("targets")
abstract class ClientTest {

    private static final Map<TargetSource, Target> OPEN = new HashMap<>();

    @Parameter
    TargetSource source;

    Target target;

    static Stream<TargetSource> targets() {
        var targets = Targets.configured();
        return Stream.concat(targets.fakes().stream(), targets.real().stream());
    }

    @BeforeEach
    void connect() throws Exception {
        target = OPEN.get(source);
        if (target == null) {
            target = OpenTarget.orAbort(source);
            OPEN.put(source, target);
        }
        target.reset();
        connect(target);
    }

    @AfterEach
    void disconnect() throws Exception {
        if (target != null) {
            hangUp();
        }
    }

    @AfterAll
    static void closeTargets() {
        OPEN.values().forEach(Target::close);
        OPEN.clear();
    }

    /** Makes the client under test. */
    abstract void connect(Target target) throws Exception;

    /** Shuts the client under test down. */
    abstract void hangUp() throws Exception;

    void pass(int seconds) {
        target.advance(Duration.ofSeconds(seconds));
    }
}
