package io.github.fakecached.conformance.client;

import io.github.fakecached.conformance.OpenTarget;
import io.github.fakecached.conformance.target.TargetSource;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** npm's memcached, which speaks the text protocol, and memjs, which speaks the binary one: every operation that they offer. */
class NodeClientsTest {

    static Stream<TargetSource> targets() {
        return ClientTest.targets();
    }

    static Stream<StartedServer.Source> saslServers() {
        return SaslServer.sources();
    }

    @ParameterizedTest
    @MethodSource("targets")
    void everyOperationOfMemcachedWorks(TargetSource source) throws Exception {
        var script = Node.script("memcached.js");
        try (var target = OpenTarget.orAbort(source)) {
            script.assertFindsNoSurprise(target.address());
        }
    }

    @ParameterizedTest
    @MethodSource("targets")
    void everyOperationOfMemjsWorks(TargetSource source) throws Exception {
        var script = Node.script("memjs.js");
        try (var target = OpenTarget.orAbort(source)) {
            script.assertFindsNoSurprise(target.address());
        }
    }

    @ParameterizedTest
    @MethodSource("saslServers")
    void memjsSignsIn(StartedServer.Source source) throws Exception {
        var script = Node.script("memjs-sasl.js");
        try (var server = source.opener().open()) {
            script.assertSignsInWithThePassword(server.address());
        }
    }
}
