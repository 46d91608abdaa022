package io.github.fakecached.conformance.client;

import static io.github.fakecached.conformance.client.FolsomOperations.builder;
import static io.github.fakecached.conformance.client.FolsomOperations.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.spotify.folsom.MemcacheAuthenticationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** folsom signing in by the text protocol. */
@ParameterizedClass
@MethodSource("servers")
class FolsomTextSignInTest {

    private static final String USER = "alice";
    private static final String PASSWORD = "secret";

    @Parameter
    StartedServer.Source source;

    private StartedServer server;

    static Stream<StartedServer.Source> servers() throws IOException {
        return Stream.concat(
                StartedServer.fakes(builder -> builder.textUser(USER, PASSWORD)),
                Stream.of(StartedServer.process("-Y", users().toString())));
    }

    private static Path users() throws IOException {
        var file = Files.createTempFile("users", ".txt");
        file.toFile().deleteOnExit();
        return Files.writeString(file, USER + ":" + PASSWORD + "\n");
    }

    @BeforeEach
    void startServer() throws Exception {
        server = source.opener().open();
    }

    @AfterEach
    void stopServer() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void signsIn() throws Exception {
        assertThat(storeAndFetch(PASSWORD)).isEqualTo("value");
    }

    @Test
    void isRefusedWithAWrongPassword() {
        assertThatThrownBy(() -> storeAndFetch("wrong")).isInstanceOf(MemcacheAuthenticationException.class);
    }

    private String storeAndFetch(String password) throws Exception {
        var client =
                builder(server.address()).withUsernamePassword(USER, password).connectAscii();
        try {
            client.awaitConnected(10, TimeUnit.SECONDS);
            done(client.set("k", "value", 0));
            return done(client.get("k"));
        } finally {
            client.shutdown();
        }
    }
}
