package io.github.fakecached.conformance.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A script beside these tests that uses a client of another language; an interpreter, its path, and what stands before it. */
record Script(List<String> interpreter, Path file) {

    /** The path of a script among the resources of these tests. */
    static Path resource(String name) {
        try {
            return Path.of(Script.class.getResource("/client/" + name).toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    /** Holds that it finds no surprise; what it printed says how far it came. */
    void assertFindsNoSurprise(InetSocketAddress server, String... arguments) throws Exception {
        var result = run(server, arguments);
        assertThat(result.status()).as(result.output()).isZero();
        assertThat(result.output()).endsWith("all done\n");
    }

    /** Holds that it could sign in with the right password and not with a wrong one. */
    void assertSignsInWithThePassword(InetSocketAddress server) throws Exception {
        assertThat(run(server, SaslServer.USER, SaslServer.PASSWORD).output()).isEqualTo("fetched value\n");
        assertThat(run(server, SaslServer.USER, "wrong").output()).startsWith("refused ");
    }

    private InstalledProgram.Result run(InetSocketAddress server, String... arguments)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(interpreter);
        command.add(file.toString());
        command.add("127.0.0.1:" + server.getPort());
        command.addAll(List.of(arguments));
        return InstalledProgram.run(command);
    }
}
