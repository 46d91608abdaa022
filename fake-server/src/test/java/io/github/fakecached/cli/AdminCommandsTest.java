package io.github.fakecached.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.fakecached.FakeCluster;
import io.github.fakecached.FakeMemcached;
import io.github.fakecached.cli.admin.Operations;
import io.github.fakecached.fault.CommandMatcher;
import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The operations, asked for by lines of text on memcached's own ports. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AdminCommandsTest {

    private FakeCluster cluster;
    private FakeMemcached a;
    private FakeMemcached b;

    @BeforeEach
    void start() {
        GivenOptions given = GivenOptions.read("--node", "a", "--node", "b", "--admin-commands");
        AdminOptions admin = AdminOptions.read(given);
        cluster = ClusterPlan.of(given, admin::allow).start();
        assertThat(admin.open(new Operations(cluster))).isEmpty();
        a = cluster.node("a");
        b = cluster.node("b");
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Test
    void anOperationAnswersWithItsNamesAndValues() throws IOException {
        a.clock().pause();
        a.clock().setTime(Instant.parse("2030-01-01T00:00:00Z"));
        assertThat(ask(a, "clock advance seconds=60"))
                .isEqualTo("time=2030-01-01T00:01:00Z epochSecond=1893456060 phase=0.0 paused=true\r\nEND\r\n");
        assertThat(ask(a, "journal clear")).isEqualTo("OK\r\n");
        assertThat(ask(a, "nodes"))
                .matches("node=a host=127.0.0.1 port=" + a.port() + " .* running=true .*\r\nnode=b .*\r\nEND\r\n");
    }

    @Test
    void spacesOfValuesStandAsPercentSigns() throws IOException {
        assertThat(ask(a, "contents put node=a key=a%20key value=1+1%3D2%C3%A4%25"))
                .isEqualTo("OK\r\n");
        assertThat(a.contents().get("a key").orElseThrow().valueAsString()).isEqualTo("1+1=2ä%");
        assertThat(ask(a, "contents get node=a key=a%20key"))
                .matches("key=a%20key length=8 flags=0 casUnique=\\d+ value=1\\+1=2%C3%A4%25\r\nEND\r\n");
    }

    @Test
    void theJournalIsTheTextOfAFailedTestAndHasNoneOfThese() throws IOException {
        assertThat(ask(a, "journal")).isEqualTo("END\r\n");
        try (Connection client = Connection.toPort(a.port())) {
            client.ask("get k\r\n", "END\r\n");
        }
        assertThat(ask(a, "journal")).contains("get k").doesNotContain("fakecached");
        assertThat(ask(a, "journal command=get")).matches("#\\d+ c\\d+ text   get k → END \\(miss\\) .* ms\r\nEND\r\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    clok                              | CLIENT_ERROR there is no operation "clok"; there are: clock, clock advance,
                    ''                                | CLIENT_ERROR there is no operation ""; there are: clock,
                    clock advance                     | CLIENT_ERROR "clock advance" needs seconds
                    clock advance 60                  | CLIENT_ERROR there is no operation "clock advance 60"
                    clock advance seconds=1 2         | CLIENT_ERROR arguments are name=value, unlike "2"; a space in a value is %20
                    clock advance seconds=1 seconds=2 | CLIENT_ERROR seconds is given twice
                    contents get node=a key=%zz       | CLIENT_ERROR
                    contents get node=a key=k         | NOT_FOUND there is no item
                    contents node=c                   | NOT_FOUND there is no node "c"
                    nodes add node=a                  | CLIENT_ERROR there is a node "a" already
                    """)
    void whatIsWrongIsToldOnOneLine(String words, String answer) throws IOException {
        assertThat(ask(a, words)).startsWith(answer).hasLineCount(1);
    }

    @Test
    void aNodeThatIsStoppedIsAnErrorOfTheServer() throws IOException {
        b.stop();
        assertThat(ask(a, "contents node=b")).startsWith("SERVER_ERROR ").contains("is stopped");
    }

    @Test
    void aFaultThatHoldsEverythingBackCanBeClearedByThem() throws IOException {
        try (Connection admin = Connection.toPort(a.port());
                Connection client = Connection.toPort(a.port())) {
            client.send("get k\r\n");
            a.faults().on(CommandMatcher.anyCommand()).beforeExecute().stall();
            assertThat(admin.ask("fakecached faults\r\n", "END\r\n")).contains("rule=any%20command,%20before");
            assertThat(admin.ask("fakecached faults clear\r\n", "\r\n")).isEqualTo("OK\r\n");
            assertThat(client.ask("", "END\r\n")).isEqualTo("END\r\n");
        }
    }

    @Test
    void aResetOfAllIsAnsweredOverAConnectionThatOutlivesIt() throws IOException {
        a.contents().put("k", "v");
        try (Connection client = Connection.toPort(a.port())) {
            assertThat(client.ask("set l 0 0 1\r\nv\r\nfakecached reset\r\nget k l\r\n", "END\r\n"))
                    .isEqualTo("STORED\r\nOK\r\nEND\r\n");
        }
    }

    @Test
    void whoKillsTheNodeThatItAsksIsCutOffAndAnotherBringsItBack() throws IOException {
        assertCutOff(a, "nodes kill node=a");
        assertThat(ask(b, "nodes restart node=a")).contains("running=true");
        assertCutOff(a, "nodes restart node=a keepingData=true");
        await().until(a::isRunning);
        assertThat(ask(a, "nodes remove node=b")).isEqualTo("OK\r\n");
        assertThat(ask(a, "nodes add node=b")).contains("node=b").contains("running=true");
    }

    @Test
    void whoPausesTheNodeThatItAsksHearsOfItWhenThatGoesOn() throws IOException {
        try (Connection client = Connection.toPort(a.port())) {
            client.send("fakecached nodes pause node=a\r\n");
            await().until(a::isPaused);
            assertThat(ask(b, "nodes resume node=a")).contains("paused=false");
            assertThat(client.ask("", "END\r\n")).startsWith("node=a ").contains("paused=true");
        }
    }

    @Test
    void nodesThatAskEachOtherToEndAndBeginDoNotWaitForEachOther() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Boolean>> tasks = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                String words = List.of(
                                "nodes restart node=b", "nodes restart node=a", "reset", "clock advance seconds=1")
                        .get(i % 4);
                FakeMemcached asked = i % 2 == 0 ? a : b;
                tasks.add(() -> asked(asked, words));
            }
            for (Future<Boolean> done : clients.invokeAll(tasks, 40, TimeUnit.SECONDS)) {
                done.get();
            }
        } finally {
            clients.shutdownNow();
        }
        // what was asked for by those who were cut off meanwhile may still be done
        await().atMost(Duration.ofSeconds(20))
                .ignoreExceptions()
                .until(() -> ask(a, "reset") + ask(b, "reset"), "OK\r\nOK\r\n"::equals);
    }

    /** False if the node was taken away meanwhile. */
    private static boolean asked(FakeMemcached node, String words) {
        try {
            return !ask(node, words).isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    private static void assertCutOff(FakeMemcached node, String words) throws IOException {
        try (Connection client = Connection.toPort(node.port())) {
            client.send("fakecached " + words + "\r\n");
            assertThat(isCutOff(client)).isTrue();
        }
    }

    private static boolean isCutOff(Connection client) throws IOException {
        try {
            return client.isClosed();
        } catch (SocketException e) {
            return true;
        }
    }

    /** Everything that is answered, which the answer to one more line ends. */
    private static String ask(FakeMemcached node, String words) throws IOException {
        try (Connection client = Connection.toPort(node.port())) {
            String answer = client.ask("fakecached " + words + "\r\nmn\r\n", "MN\r\n");
            return new String(answer.substring(0, answer.length() - 4).getBytes(ISO_8859_1), UTF_8);
        }
    }
}
