package io.github.fakecached.cli.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.fakecached.FakeCluster;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What HTTP has to do with it: who may ask, for what, in which form. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AdminServerTest {

    @Test
    void whatIsNotThereIsToldWithWhatThereIs() throws Exception {
        try (Admin admin = new Admin("a")) {
            assertThat(admin.error("GET", "/clocks", Map.of()))
                    .startsWith("404 ")
                    .contains("/clocks", "/clock/advance");
            assertThat(admin.error("GET", "/nodes/kill/", Map.of())).startsWith("404 ");
        }
    }

    @Test
    void aMethodThatIsNotForThePathIsToldWithThoseThatAre() throws Exception {
        try (Admin admin = new Admin("a")) {
            HttpResponse<String> response = admin.send("PUT", "/faults", Map.of());
            assertThat(response.statusCode()).isEqualTo(405);
            assertThat(response.headers().firstValue("Allow")).contains("DELETE, GET, POST");
            assertThat(admin.error("GET", "/clock/advance", Map.of()))
                    .isEqualTo("405 /clock/advance knows no GET, but POST");
            assertThat(admin.error("POST", "/", Map.of())).startsWith("405 ");
        }
    }

    @Test
    void argumentsAreCheckedBeforeAnythingIsDone() throws Exception {
        try (Admin admin = new Admin("a")) {
            assertThat(admin.error("POST", "/clock/advance", Map.of()))
                    .isEqualTo("400 \"clock advance\" needs seconds");
            assertThat(admin.error("POST", "/clock/advance", Map.of("seconds", 1, "minutes", 2)))
                    .isEqualTo("400 \"clock advance\" has no parameter \"minutes\"; there are seconds");
            assertThat(admin.error("POST", "/clock/advance", Map.of("seconds", "soon")))
                    .isEqualTo("400 seconds is a number, not \"soon\"");
            assertThat(admin.error("POST", "/clock/advance?seconds=1", Map.of("seconds", 1)))
                    .isEqualTo("400 seconds is given twice");
            assertThat(admin.error("POST", "/clock/advance", Map.of("seconds", Map.of())))
                    .isEqualTo("400 \"seconds\" is a text, a number or a boolean, not {}");
            assertThat(admin.error("GET", "/contents?limit=0", Map.of())).isEqualTo("400 limit is at least 1, not 0");
        }
    }

    @Test
    void argumentsMayStandInTheQuery() throws Exception {
        try (Admin admin = new Admin("a")) {
            admin.post("/contents?key=a%20key&value=%C3%A4", Map.of());
            assertThat(admin.cluster
                            .node("a")
                            .contents()
                            .get("a key")
                            .orElseThrow()
                            .valueAsString())
                    .isEqualTo("ä");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "null", "1", "{\"key\":}", "\"key\""})
    void aBodyThatIsNoJsonObjectIsRefused(String body) throws Exception {
        try (Admin admin = new Admin("a")) {
            assertThat(admin.firstLine(
                            "POST /contents HTTP/1.1",
                            "Host: localhost",
                            "Content-Type: application/json",
                            "Content-Length: " + body.length(),
                            "",
                            body))
                    .contains(" 400 ");
        }
    }

    @Test
    void aBodyIsJsonAndNotTooLong() throws Exception {
        try (Admin admin = new Admin("a")) {
            assertThat(admin.firstLine(
                            "POST /contents HTTP/1.1", "Host: localhost", "Content-Length: 9", "", "key=value"))
                    .contains(" 415 ");
            Map<String, String> item = Map.of("key", "k", "value", "v".repeat(RequestHandler.BODY_MAX));
            assertThat(admin.error("POST", "/contents", item)).startsWith("413 ");
        }
    }

    @Test
    void aNodeThatIsStoppedIsAConflict() throws Exception {
        try (Admin admin = new Admin("a")) {
            admin.post("/nodes/stop", Map.of());
            assertThat(admin.error("GET", "/contents", Map.of()))
                    .startsWith("409 ")
                    .contains("is stopped: restart() it first");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "evil.example:80", "localhost.evil.example", "127.0.0.1.evil.example", ""})
    void aNameThatWasMadeToMeanThisMachineIsRefused(String host) throws Exception {
        try (Admin admin = new Admin("a")) {
            assertThat(admin.firstLine("GET /clock HTTP/1.1", "Host: " + host)).contains(" 403 ");
            assertThat(admin.firstLine("GET / HTTP/1.1", "Host: " + host)).contains(" 403 ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:1", "127.0.0.1", "127.1.2.3:80", "[::1]", "[::1]:80"})
    void namesOfTheLoopbackAddressAreServed(String host) throws Exception {
        try (Admin admin = new Admin("a")) {
            assertThat(admin.firstLine("GET /clock HTTP/1.1", "Host: " + host)).contains(" 200 ");
        }
    }

    @Test
    void pagesOfOtherSitesMayNotAsk() throws Exception {
        try (Admin admin = new Admin("a")) {
            for (String origin :
                    new String[] {"http://evil.example", "null", "http://localhost:1", "https://localhost"}) {
                assertThat(admin.firstLine("POST /reset HTTP/1.1", "Host: localhost", "Origin: " + origin))
                        .as(origin)
                        .contains(" 403 ");
            }
            assertThat(admin.firstLine("POST /reset HTTP/1.1", "Host: localhost:7", "Origin: http://localhost:7"))
                    .contains(" 204 ");
            assertThat(admin.send("GET", "/clock", Map.of()).headers().map())
                    .doesNotContainKey("access-control-allow-origin");
        }
    }

    @Test
    void withATokenOnlyThosePagesAreShownWithoutThatTellNothing() throws Exception {
        try (Admin admin = new Admin(Optional.of("secret"), "a")) {
            assertThat(admin.error("GET", "/clock", Map.of()))
                    .startsWith("401 ")
                    .contains("Authorization: Bearer");
            assertThat(admin.send("GET", "/clock", Map.of()).headers().firstValue("WWW-Authenticate"))
                    .contains("Bearer");
            for (String wrong : new String[] {"Bearer secre", "Bearer secret2", "Bearer", "Basic secret", "secret"}) {
                assertThat(admin.send("POST", "/reset", Map.of(), "Authorization", wrong)
                                .statusCode())
                        .as(wrong)
                        .isEqualTo(401);
            }
            assertThat(admin.send("GET", "/clock", Map.of(), "Authorization", "Bearer secret")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(admin.send("GET", "/", Map.of()).statusCode()).isEqualTo(200);
            assertThat(admin.send("GET", "/openapi.json", Map.of()).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void anAddressOfTheNetworkIsNotServedWithoutAToken() {
        try (FakeCluster cluster = FakeCluster.start("a")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> AdminServer.start(
                            new InetSocketAddress(InetAddress.getByName("0.0.0.0"), 0),
                            Optional.empty(),
                            new Operations(cluster)))
                    .withMessageContaining("a token is needed");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/page.html", "/page.css", "/page.js"})
    void thePageLoadsNothingFromElsewhere(String path) throws Exception {
        try (Admin admin = new Admin("a")) {
            HttpResponse<String> response = admin.send("GET", path, Map.of());
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .contains("default-src 'none'")
                    .doesNotContain("unsafe", "http", "*");
            assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(response.body()).isNotEmpty().doesNotContain("https://", "innerHTML", "eval(");
        }
    }

    @Test
    void theHeadOfWhatCanBeGotIsToldWithoutIt() throws IOException {
        try (Admin admin = new Admin("a")) {
            assertThat(admin.firstLine("HEAD /clock HTTP/1.1", "Host: localhost"))
                    .contains(" 200 ");
        }
    }
}
