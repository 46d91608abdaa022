package io.github.fakecached.cli.admin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fakecached.FakeMemcached;
import io.github.fakecached.StoredItem;
import io.github.fakecached.fault.CommandMatcher;
import io.github.fakecached.fault.Gate;
import io.github.fakecached.fault.Occurrence;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the operations do, asked for over HTTP. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OperationsTest {

    private Admin admin;
    private FakeMemcached a;

    @BeforeEach
    void start() throws IOException {
        admin = new Admin("a", "b");
        a = admin.cluster.node("a");
    }

    @AfterEach
    void stop() {
        admin.close();
    }

    @Test
    void theClockIsReadMovedPausedAndSet() throws Exception {
        assertThat(admin.post("/clock/pause", Map.of())).containsEntry("paused", true);
        assertThat(admin.post("/clock/set", Map.of("time", "2030-12-31T23:59:59Z")))
                .containsEntry("time", "2030-12-31T23:59:59Z")
                .containsEntry("epochSecond", 1924991999);
        assertThat(admin.post("/clock/advance", Map.of("seconds", 0.5)))
                .containsEntry("time", "2030-12-31T23:59:59.500Z");
        admin.post("/clock/phase", Map.of("seconds", 0.999));
        assertThat(a.clock().now()).isEqualTo(Instant.parse("2030-12-31T23:59:59.999Z"));
        assertThat(admin.get("/clock"))
                .containsEntry("paused", true)
                .hasEntrySatisfying(
                        "phase",
                        phase -> assertThat(((Number) phase).doubleValue()).isEqualTo(0.999));
        assertThat(admin.post("/clock/resume", Map.of())).containsEntry("paused", false);
        assertThat(admin.error("POST", "/clock/advance", Map.of("seconds", -1)))
                .startsWith("400 ")
                .contains("would turn the clock back");
        assertThat(admin.error("POST", "/clock/set", Map.of("time", "midnight")))
                .startsWith("400 time is a time such as");
    }

    @Test
    void itemsArePutListedAndRemoved() throws Exception {
        a.clock().pause();
        admin.post("/contents", Map.of("node", "a", "key", "k", "value", "v", "flags", 4294967295L, "timeToLive", 60));
        admin.post("/contents", Map.of("node", "a", "keyBase64", "/w==", "valueBase64", "AP8="));

        StoredItem item = a.contents().get("k").orElseThrow();
        assertThat(item.timeToLive()).contains(Duration.ofSeconds(60));
        assertThat(item.flags()).isEqualTo(4294967295L);
        Map<String, Object> list = admin.get("/contents?node=a");
        assertThat(list).containsEntry("count", 2);
        assertThat(Admin.rows(list, "items"))
                .satisfiesExactly(
                        text -> assertThat(text)
                                .containsEntry("key", "k")
                                .containsEntry("value", "v")
                                .containsEntry("timeToLive", 60)
                                .containsEntry("casUnique", Long.toString(item.casUnique())),
                        bytes -> assertThat(bytes)
                                .containsEntry("keyBase64", "/w==")
                                .containsEntry("valueBase64", "AP8=")
                                .doesNotContainKeys("key", "value", "timeToLive"));
        admin.delete("/contents?node=a&key=k");
        assertThat(admin.error("DELETE", "/contents?node=a&key=k", Map.of())).startsWith("404 there is no item");
        assertThat(admin.error("GET", "/contents/item?node=a&key=k", Map.of())).startsWith("404 there is no item");
        assertThat(a.contents().size()).isOne();
    }

    @Test
    void aLongValueIsNotListedButGiven() throws Exception {
        a.contents().put("long", "v".repeat(1025));
        a.contents().put("short", "v".repeat(1024));
        assertThat(Admin.rows(admin.get("/contents?node=a"), "items"))
                .satisfiesExactly(
                        item -> assertThat(item).doesNotContainKey("value").containsEntry("length", 1025),
                        item -> assertThat(item).containsKey("value"));
        assertThat(Admin.rows(admin.get("/contents?node=a&limit=1"), "items")).hasSize(1);
        assertThat(admin.get("/contents/item?node=a&key=long")).containsEntry("value", "v".repeat(1025));
    }

    @Test
    void wrongItemsAreRefused() throws Exception {
        assertThat(admin.error("POST", "/contents", Map.of("key", "k", "value", "v")))
                .isEqualTo("400 which node? There are a, b");
        assertThat(admin.error("POST", "/contents", Map.of("node", "c", "key", "k", "value", "v")))
                .isEqualTo("404 there is no node \"c\"; there are a, b");
        assertThat(admin.error("POST", "/contents", Map.of("node", "a", "value", "v")))
                .isEqualTo("400 \"contents put\" needs key or keyBase64");
        assertThat(admin.error("POST", "/contents", Map.of("node", "a", "key", "k", "valueBase64", "%")))
                .startsWith("400 valueBase64 is not Base64");
        assertThat(admin.error("POST", "/contents", Map.of("node", "a", "key", "k", "keyBase64", "aw==", "value", "v")))
                .startsWith("400 give key or keyBase64, not both");
        assertThat(admin.error("POST", "/contents", Map.of("node", "a", "key", "k", "value", "v", "timeToLive", 0.5)))
                .startsWith("400 memcached counts whole seconds");
    }

    @Test
    void theJournalIsGivenByNodeNumberAndKey() throws Exception {
        ask(a, "set k 0 0 1\r\nv\r\n");
        ask(a, "get k\r\n");
        ask(admin.cluster.node("b"), "get other\r\n");

        Map<String, Object> all = admin.get("/journal");
        assertThat(all).containsEntry("last", Map.of("a", 2, "b", 1));
        assertThat(Admin.rows(all, "exchanges")).extracting("node").containsExactly("a", "a", "b");
        assertThat(Admin.rows(all, "exchanges").get(1))
                .containsEntry("number", 2)
                .containsEntry("command", "get")
                .containsEntry("keys", List.of("k"))
                .containsEntry("request", "get k")
                .containsEntry("outcome", "hit")
                .containsEntry("dialect", "text");
        assertThat(Admin.rows(admin.get("/journal?node=a&since=1"), "exchanges"))
                .extracting("number")
                .containsExactly(2);
        assertThat(Admin.rows(admin.get("/journal?command=retrieval"), "exchanges"))
                .hasSize(2);
        assertThat(Admin.rows(admin.get("/journal?keyLike=ot.*"), "exchanges")).hasSize(1);
        assertThat(Admin.rows(admin.get("/journal?limit=1"), "exchanges"))
                .extracting("node")
                .containsExactly("b");
        assertThat(admin.send("GET", "/journal?node=a&command=get", Map.of(), "Accept", "text/plain")
                        .body())
                .matches("#2 c1 text   get k → VALUE k 0 1.* \\(hit\\) .* ms");
        assertThat(admin.error("GET", "/journal?since=1", Map.of())).isEqualTo("400 which node? There are a, b");
        assertThat(admin.error("GET", "/journal?command=gett", Map.of())).contains("did you mean");
        admin.post("/journal/clear", Map.of("node", "a"));
        assertThat(admin.get("/journal")).containsEntry("last", Map.of("a", 0, "b", 1));
    }

    @Test
    void aFaultHappensIsCountedAndRemoved() throws Exception {
        Map<String, Object> added = admin.post(
                "/faults",
                Map.of(
                        "node",
                        "a",
                        "fault",
                        "reply",
                        "line",
                        "SERVER_ERROR no",
                        "command",
                        "get",
                        "times",
                        1,
                        "point",
                        "beforeExecute"));
        Object id = Admin.rows(added, "faults").get(0).get("id");

        assertThat(ask(a, "get k\r\n")).isEqualTo("SERVER_ERROR no");
        assertThat(ask(a, "get k\r\n")).isEqualTo("END");

        assertThat(Admin.rows(admin.get("/faults"), "faults"))
                .singleElement()
                .satisfies(fault -> assertThat(fault)
                        .containsEntry("id", id)
                        .containsEntry("node", "a")
                        .containsEntry("hits", 1)
                        .containsEntry("gate", false)
                        .containsEntry("rule", a.faults().list().get(0).rule().toString()));
        admin.delete("/faults?id=" + id);
        assertThat(a.faults().list()).isEmpty();
        assertThat(admin.error("DELETE", "/faults?id=" + id, Map.of())).startsWith("404 no fault in force has the id");
    }

    @Test
    void withoutANodeAFaultIsForAllAndAllAreCleared() throws Exception {
        admin.post("/faults", Map.of("fault", "refuse"));
        assertThat(Admin.rows(admin.get("/faults"), "faults"))
                .extracting("node")
                .containsExactly("a", "b");
        admin.post("/faults/clear", Map.of());
        assertThat(Admin.rows(admin.get("/faults"), "faults")).isEmpty();
    }

    @Test
    void aGateIsOpened() throws Exception {
        Map<String, Object> gate = Admin.rows(
                        admin.post("/faults", Map.of("node", "a", "fault", "gate", "point", "beforeExecute")), "faults")
                .get(0);
        try (Socket client = connected(a)) {
            client.getOutputStream().write("mn\r\n".getBytes(UTF_8));
            ((Gate) a.faults().list().get(0)).awaitArrival();
            admin.post("/faults/open", Map.of("id", gate.get("id")));
            assertThat(line(client)).isEqualTo("MN");
        }
        admin.post("/faults", Map.of("node", "b", "fault", "dropReply"));
        Object other = Admin.rows(admin.get("/faults?node=b"), "faults").get(0).get("id");
        assertThat(admin.error("POST", "/faults/open", Map.of("id", other))).startsWith("400 this fault is no gate");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    delay               | afterExecute  | seconds=0.5,onServerClock=true | delay of PT0.5S on the server's clock
                    gate                | onConnect     |                                | gate
                    stall               | duringReply   |                                | stall
                    close               | beforeExecute |                                | close
                    reset               | beforeExecute |                                | reset
                    refuse              |               |                                | refuse
                    reply               | afterExecute  | line=ERROR                     | reply "ERROR"
                    replyEarly          |               | line=ERROR                     | early reply "ERROR"
                    replyEarlyThenClose |               | line=ERROR                     | early reply "ERROR", then close
                    dropRequest         |               |                                | drop request
                    dropReply           |               |                                | drop reply
                    truncateAfter       |               | bytes=3,then=reset             | truncate after 3 bytes, then reset
                    garbage             |               | garbageBase64=AAAA             | garbage of 3 bytes
                    garbage             |               | garbage=ab                     | garbage of 2 bytes
                    drip                |               | seconds=1                      | drip a byte each PT1S
                    """)
    void everyFaultOfATestCanBeAdded(String fault, String point, String more, String words) throws Exception {
        Map<String, String> arguments = arguments(more);
        arguments.put("node", "a");
        arguments.put("fault", fault);
        Optional.ofNullable(point).ifPresent(where -> arguments.put("point", where));

        admin.post("/faults", arguments);

        assertThat(a.faults().list().get(0).rule().fault()).hasToString(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    fault=stall                                       | where? Give point, one of onConnect, beforeExecute
                    fault=delay,point=beforeExecute                   | needs seconds
                    fault=delay,point=nowhere,seconds=1               | no point is named "nowhere"
                    fault=delay,point=beforeExecute,seconds=-1        | a delay is from 0 to 36500 days
                    fault=dropReply,line=ERROR                        | line does not go with the fault dropReply
                    fault=vanish                                      | no fault is named "vanish"; there are delay, gate
                    fault=refuse,command=get                          | who connects has not asked anything yet
                    fault=refuse,times=2                              | connections that are refused cannot be counted
                    fault=dropReply,point=beforeExecute               | means nothing at BEFORE_EXECUTE
                    fault=dropReply,command=gte                       | did you mean
                    fault=dropReply,in=telex                          | no dialect is "telex"; there are text, meta, binary
                    fault=dropReply,seed=7                            | seed goes with probability
                    fault=dropReply,nth=0                             | there is no nth 0
                    fault=dropReply,keyLike=[                         | Unclosed character class
                    fault=dropReply,connection=99999999999            | connection is a whole number up to 2147483647
                    fault=truncateAfter,bytes=1                       | needs then
                    fault=truncateAfter,bytes=1,then=sleep            | then is one of close, reset, stall, nothing
                    """)
    void wrongFaultsAreRefused(String arguments, String message) throws Exception {
        assertThat(admin.error("POST", "/faults", arguments(arguments)))
                .startsWith("400 ")
                .contains(message);
        assertThat(a.faults().list()).isEmpty();
    }

    @Test
    void whichRequestsAreMeantIsSaidAsInATest() throws Exception {
        admin.post(
                "/faults",
                arguments(
                        "node=a,fault=dropReply,command=storage,keyLike=k.*,connection=3,everyNth=2,times=5,probability=0.5,seed=7"));
        assertThat(a.faults().list().get(0).rule())
                .hasToString(CommandMatcher.storage().keyLike("k.*").connection(3)
                        + new Occurrence(0, 2, 5, 0.5, 7).toString()
                        + ", after it is executed: drop reply");
    }

    @Test
    void nodesAreStoppedAndBroughtBack() throws Exception {
        a.contents().put("k", "v");
        assertThat(admin.post("/nodes/kill", Map.of("node", "a"))).containsEntry("running", false);
        assertThat(admin.post("/nodes/restart", Map.of("node", "a", "keepingData", true)))
                .containsEntry("running", true)
                .containsEntry("port", a.port());
        assertThat(a.contents().size()).isOne();
        admin.post("/nodes/restart", Map.of("node", "a"));
        assertThat(a.contents().isEmpty()).isTrue();
        assertThat(admin.post("/nodes/pause", Map.of("node", "a"))).containsEntry("paused", true);
        assertThat(admin.post("/nodes/resume", Map.of("node", "a"))).containsEntry("paused", false);
        assertThat(admin.post("/nodes/partition", Map.of("node", "a"))).containsEntry("partitioned", true);
        assertThat(admin.post("/nodes/heal", Map.of("node", "a"))).containsEntry("partitioned", false);
        assertThat(admin.post("/nodes/stop", Map.of("node", "a"))).containsEntry("running", false);
        assertThat(admin.error("POST", "/nodes/kill", Map.of())).startsWith("400 which node?");
        assertThat(admin.error("POST", "/nodes/restart", Map.of("node", "a", "keepingData", "yes")))
                .isEqualTo("400 keepingData is true or false, not \"yes\"");
    }

    @Test
    void nodesAreAddedAndRemovedAndAResetMakesAllAsNew() throws Exception {
        assertThat(admin.post("/nodes", Map.of("node", "c")))
                .containsEntry("node", "c")
                .containsKey("port");
        assertThat(admin.error("POST", "/nodes", Map.of("node", "c"))).startsWith("400 there is a node \"c\" already");
        admin.delete("/nodes?node=b");
        assertThat(Admin.rows(admin.get("/nodes"), "nodes")).extracting("node").containsExactly("a", "c");
        a.contents().put("k", "v");
        a.clock().advance(Duration.ofDays(1));
        admin.post("/faults", Map.of("node", "a", "fault", "dropReply"));

        admin.post("/reset", Map.of());

        assertThat(admin.cluster.names()).containsExactly("a", "b");
        assertThat(a.contents().isEmpty()).isTrue();
        assertThat(a.faults().list()).isEmpty();
        assertThat(a.clock().now()).isBefore(Instant.now().plusSeconds(60));
    }

    @Test
    void theLastNodeStays() throws Exception {
        admin.delete("/nodes?node=b");
        assertThat(admin.error("DELETE", "/nodes?node=a", Map.of())).startsWith("409 \"a\" is the last node");
    }

    @Test
    void statisticsAreThoseOfTheNode() throws Exception {
        ask(a, "set k 0 0 1\r\nv\r\n");
        assertThat(admin.get("/stats?node=a")).containsEntry("cmd_set", "1");
        assertThat(admin.get("/stats?node=b")).containsEntry("cmd_set", "0");
    }

    @Test
    void bytesOfAnyKindComeBack() throws Exception {
        byte[] bytes = new byte[256];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        a.contents().put("k".getBytes(UTF_8), bytes, 0, Optional.empty());
        assertThat(admin.get("/contents/item?node=a&key=k").get("valueBase64"))
                .isEqualTo(Base64.getEncoder().encodeToString(bytes));
    }

    private static Map<String, String> arguments(String list) {
        Map<String, String> arguments = new LinkedHashMap<>();
        if (list != null) {
            for (String argument : list.split(",")) {
                String[] pair = argument.split("=", 2);
                arguments.put(pair[0], pair[1]);
            }
        }
        return arguments;
    }

    private static Socket connected(FakeMemcached memcached) throws IOException {
        Socket socket = new Socket(memcached.address().getAddress(), memcached.port());
        socket.setSoTimeout(10_000);
        return socket;
    }

    private static String ask(FakeMemcached memcached, String request) throws IOException {
        try (Socket socket = connected(memcached)) {
            socket.getOutputStream().write(request.getBytes(UTF_8));
            return line(socket);
        }
    }

    private static String line(Socket socket) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = socket.getInputStream().read();
                c != '\r';
                c = socket.getInputStream().read()) {
            if (c < 0) {
                throw new SocketException("closed after: " + line);
            }
            line.append((char) c);
        }
        return line.toString();
    }
}
