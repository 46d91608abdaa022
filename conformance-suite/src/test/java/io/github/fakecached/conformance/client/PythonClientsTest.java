package io.github.fakecached.conformance.client;

import io.github.fakecached.conformance.OpenTarget;
import io.github.fakecached.conformance.target.TargetSource;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** python-memcached and pylibmc, which is libmemcached, in Debian's packages: every operation that they offer. */
class PythonClientsTest {

    static Stream<TargetSource> targets() {
        return ClientTest.targets();
    }

    static Stream<Arguments> targetsByTextAndBinary() {
        return targets().flatMap(source -> Stream.of("text", "binary").map(protocol -> Arguments.of(source, protocol)));
    }

    static Stream<StartedServer.Source> saslServers() {
        return SaslServer.sources();
    }

    @ParameterizedTest
    @MethodSource("targets")
    void everyOperationOfPythonMemcachedWorks(TargetSource source) throws Exception {
        var script = Python.script("python_memcached.py", "memcache", "python3-memcache");
        try (var target = OpenTarget.orAbort(source)) {
            script.assertFindsNoSurprise(target.address());
        }
    }

    @ParameterizedTest
    @MethodSource("targetsByTextAndBinary")
    void everyOperationOfPylibmcWorks(TargetSource source, String protocol) throws Exception {
        var script = Python.script("pylibmc_operations.py", "pylibmc", "python3-pylibmc");
        try (var target = OpenTarget.orAbort(source)) {
            script.assertFindsNoSurprise(target.address(), protocol);
        }
    }

    @ParameterizedTest
    @MethodSource("saslServers")
    void pylibmcSignsIn(StartedServer.Source source) throws Exception {
        var script = Python.script("pylibmc_sasl.py", "pylibmc", "python3-pylibmc");
        try (var server = source.opener().open()) {
            script.assertSignsInWithThePassword(server.address());
        }
    }
}
