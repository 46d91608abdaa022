package io.github.fakecached;

import static io.github.fakecached.fault.CommandMatcher.anyCommand;
import static io.github.fakecached.fault.CommandMatcher.command;
import static io.github.fakecached.fault.CommandMatcher.withKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fakecached.fault.Faults;
import io.github.fakecached.fault.Gate;
import io.github.fakecached.fault.InstalledFault;
import io.github.fakecached.journal.Exchange;
import io.github.fakecached.journal.Outcome;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whom faults hold up and whom not, and what lets go of those who wait. */
class FaultLifeTest {

    private static final String SET = "set k 0 0 1\r\n1\r\n";
    private static final String STORED = "STORED\r\n";

    private final FakeMemcached memcached = FakeMemcached.start();
    private final Faults faults = memcached.faults();
    private TextConversation client;

    @BeforeEach
    void connect() throws IOException {
        client = new TextConversation(memcached.address());
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        memcached.close();
    }

    @Test
    void otherConnectionsAreServedWhileOneWaits() throws IOException {
        Gate gate = faults.on(command("set")).beforeExecute().gate();
        client.send(SET);
        gate.awaitArrival();
        try (TextConversation other = new TextConversation(memcached.address())) {
            assertThat(other.say("get k\r\n")).isEqualTo("END\r\n");
        }
        gate.open();
        assertThat(client.read(STORED.length())).isEqualTo(STORED);
    }

    @Test
    void severalConnectionsMeetAtAGate() throws IOException {
        Gate gate = faults.on(command("incr")).beforeExecute().gate();
        memcached.contents().put("n", "0");
        try (TextConversation other = new TextConversation(memcached.address())) {
            client.send("incr n 1\r\n");
            other.send("incr n 1\r\n");
            gate.awaitArrivals(2, Duration.ofSeconds(5));
            assertThat(client.hasReply() || other.hasReply()).isFalse();
            gate.open();
            assertThat(List.of(client.read(3), other.read(3))).containsExactlyInAnyOrder("1\r\n", "2\r\n");
        }
    }

    @Test
    void whatCameBehindAWaitingRequestInTheSamePacketIsServedAfterIt() throws IOException {
        Gate gate = faults.on(command("set")).beforeExecute().gate();
        client.send("mn\r\n" + SET + "get k\r\nmn\r\n");
        assertThat(client.read(4)).isEqualTo("MN\r\n");
        gate.awaitArrival();
        gate.open();
        String rest = STORED + "VALUE k 0 1\r\n1\r\nEND\r\nMN\r\n";
        assertThat(client.read(rest.length())).isEqualTo(rest);
    }

    @Test
    void aRequestCanWaitAtEveryPoint() throws IOException {
        Gate before = faults.on(command("set")).beforeExecute().gate();
        Gate after = faults.on(command("set")).afterExecute().gate();
        Gate during = faults.on(command("set")).duringReply().gate();
        client.send(SET + "mn\r\n");
        before.awaitArrival();
        assertThat(memcached.contents().get("k")).isEmpty();
        assertThat(after.hits()).isZero();
        before.open();
        after.awaitArrival();
        assertThat(memcached.contents().get("k")).isPresent();
        after.open();
        during.awaitArrival();
        assertThat(client.read(1)).isEqualTo("S");
        during.open();
        assertThat(client.read(11)).isEqualTo("TORED\r\nMN\r\n");
    }

    @Test
    void moreThanFitsIntoBuffersIsServedOnceTheRequestBeforeHasWaited() throws IOException {
        Gate gate = faults.on(withKey("k")).times(1).beforeExecute().gate();
        int times = 3_000;
        String miss = "get" + (" " + "x".repeat(240)).repeat(4) + "\r\n";
        Thread sending = new Thread(() -> {
            try {
                client.send(SET + miss.repeat(times));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        sending.setDaemon(true);
        sending.start();
        gate.awaitArrival();
        gate.open();
        assertThat(client.read(STORED.length())).isEqualTo(STORED);
        assertThat(client.read(5 * times)).isEqualTo("END\r\n".repeat(times));
    }

    @Test
    void nothingIsReadWhileARequestWaits() throws IOException {
        Gate gate = faults.on(withKey("k")).beforeExecute().gate();
        client.send(SET);
        gate.awaitArrival();
        long before = bytesRead();
        client.send("mn\r\n");
        try (TextConversation other = new TextConversation(memcached.address())) {
            int read = 0;
            for (int i = 0; i < 10; i++) { // by the thread that would read from the first, too
                other.send("mn\r\n");
                assertThat(other.read(4)).isEqualTo("MN\r\n");
                read += 4;
            }
            assertThat(bytesRead() - before).isEqualTo(read);
        }
        gate.open();
        assertThat(client.read(12)).isEqualTo("STORED\r\nMN\r\n");
    }

    @Test
    void aDelayThatIsRemovedIsOver() throws IOException {
        InstalledFault delay = faults.on(command("set")).beforeExecute().delay(Duration.ofHours(1));
        client.send(SET);
        awaitHits(delay);
        delay.remove();
        assertThat(client.read(STORED.length())).isEqualTo(STORED);
        assertThat(client.say(SET)).isEqualTo(STORED);
    }

    @Test
    void stoppingTheFakeEndsAllWaits() throws IOException {
        Gate gate = faults.on(command("set")).beforeExecute().gate();
        faults.on(command("get")).afterExecute().onServerClock().delay(Duration.ofDays(1));
        client.send(SET);
        gate.awaitArrival();
        try (TextConversation other = new TextConversation(memcached.address())) {
            other.send("get k\r\n");
            awaitHits(faults.list().get(1));
            memcached.stop();
            assertThat(client.finish()).isEmpty();
            assertThat(other.finish()).isEmpty();
        }
        assertThat(memcached.journal().exchanges())
                .extracting(Exchange::outcome)
                .containsExactlyInAnyOrder(Outcome.NOT_EXECUTED, Outcome.MISS);
    }

    @Test
    void faultsOutliveARestart() throws IOException {
        faults.on(command("get")).reply("SERVER_ERROR busy");
        memcached.restart();
        try (TextConversation again = new TextConversation(memcached.address())) {
            assertThat(again.say("get k\r\n")).isEqualTo("SERVER_ERROR busy\r\n");
        }
    }

    @Test
    void aResetExecutesWhatWaitsAndClearsFaults() throws IOException {
        InstalledFault stall = faults.on(command("set")).beforeExecute().stall();
        client.send(SET);
        awaitHits(stall);
        memcached.reset();
        assertThat(client.read(STORED.length())).isEqualTo(STORED);
        assertThat(faults.list()).isEmpty();
        assertThat(memcached.contents().get("k")).isEmpty();
    }

    @Test
    void aConnectionWhoseClientHasGoneEndsWhenItHasWaited() throws IOException {
        Gate gate = faults.on(command("set")).afterExecute().gate();
        client.send(SET);
        gate.awaitArrival();
        int connections = Integer.parseInt(memcached.stats().get("curr_connections"));
        client.close();
        gate.open();
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .pollInterval(Duration.ofMillis(2))
                .until(() -> Integer.parseInt(memcached.stats().get("curr_connections")) == connections - 1);
    }

    @Test
    void anIdleTimeoutDoesNotEndAWait() throws IOException {
        try (FakeMemcached impatient =
                FakeMemcached.builder().idleTimeout(Duration.ofSeconds(5)).start()) {
            Gate gate = impatient.faults().on(command("set")).beforeExecute().gate();
            try (TextConversation patient = new TextConversation(impatient.address())) {
                patient.send(SET);
                gate.awaitArrival();
                impatient.clock().advance(Duration.ofMinutes(1));
                assertThat(impatient.stats()).containsEntry("idle_kicks", "0");
                gate.open();
                assertThat(patient.read(STORED.length())).isEqualTo(STORED);
            }
        }
    }

    @Test
    void anIdleTimeoutEndsAConnectionThatHadToWaitAtFirst() throws IOException {
        try (FakeMemcached impatient =
                FakeMemcached.builder().idleTimeout(Duration.ofSeconds(5)).start()) {
            Gate gate = impatient.faults().onConnect().gate();
            try (TextConversation idle = new TextConversation(impatient.address())) {
                gate.awaitArrival();
                gate.open();
                assertThat(idle.say("get k\r\n")).isEqualTo("END\r\n");
                impatient.clock().advance(Duration.ofMinutes(1));
                assertThat(idle.read(1)).isEmpty();
            }
        }
    }

    @Test
    void aPausedFakeStaysSoWhenConnectionsAreNoLongerRefused() throws IOException {
        memcached.pause();
        faults.onConnect().refuse().remove();
        String connections = memcached.stats().get("total_connections");
        try (TextConversation waiting = new TextConversation(memcached.address())) {
            waiting.send("mn\r\n");
            for (int i = 0; i < 20; i++) { // by the thread that would accept it, which looks for connections meanwhile
                assertThat(memcached.stats()).containsEntry("total_connections", connections);
            }
            assertThat(waiting.hasReply()).isFalse();
            memcached.resume();
            assertThat(waiting.read(4)).isEqualTo("MN\r\n");
        }
    }

    @Test
    void timeOnTheServersClockPassesByItselfUnlessItIsPaused() throws IOException {
        faults.on(command("set")).beforeExecute().onServerClock().delay(Duration.ofMillis(20));
        long start = System.nanoTime();
        assertThat(client.say(SET)).isEqualTo(STORED);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(20));
        memcached.clock().pause();
        client.send(SET);
        awaitHits(faults.list().get(0), 2);
        assertThat(memcached.contents().get("k")).isPresent();
        assertThat(client.hasReply()).isFalse();
        memcached.clock().resume();
        assertThat(client.read(STORED.length())).isEqualTo(STORED);
    }

    @Test
    void faultsHaveTheirNumberOfHits() throws IOException {
        InstalledFault fault = faults.on(command("get")).nth(2).reply("ERROR");
        assertThat(client.say("get a\r\nget b\r\nget c\r\n")).isEqualTo("END\r\nERROR\r\nEND\r\n");
        assertThat(fault.hits()).isOne();
        assertThat(faults.list()).containsExactly(fault);
    }

    @Test
    void aConnectionIsPickedByItsNumber() throws IOException {
        faults.on(anyCommand().connection(1)).reply("ERROR one");
        assertThat(client.say("get k\r\n")).isEqualTo("END\r\n");
        try (TextConversation second = new TextConversation(memcached.address())) {
            second.send("get k\r\n");
            assertThat(second.read(11)).isEqualTo("ERROR one\r\n");
        }
    }

    @Test
    void theJournalTellsWhatWentWrong() throws IOException {
        faults.on(withKey("lost")).beforeExecute().dropRequest();
        faults.on(withKey("unheard")).afterExecute().dropReply();
        faults.on(withKey("cut")).duringReply().truncateAfter(2).thenNothing();
        client.say("set lost 0 0 1\r\n1\r\nset unheard 0 0 1\r\n1\r\nset cut 0 0 1\r\n1\r\n");
        assertThat(memcached.journal().exchanges(exchange -> exchange.command().equals("set")))
                .extracting(exchange -> exchange.outcome()
                        + " " + exchange.reply() + " "
                        + exchange.fault().orElse(""))
                .containsExactly(
                        "NOT_EXECUTED  BEFORE_EXECUTE drop request",
                        "STORED  AFTER_EXECUTE drop reply",
                        "STORED ST DURING_REPLY truncate after 2 bytes, then nothing");
    }

    @Test
    void faultsHappenWhileTheJournalIsOff() throws IOException {
        memcached.journal().setCapacity(0);
        faults.on(command("get")).reply("ERROR");
        assertThat(client.say("get k\r\n")).isEqualTo("ERROR\r\n");
    }

    private long bytesRead() {
        return Long.parseLong(memcached.stats().get("bytes_read"));
    }

    private static void awaitHits(InstalledFault fault) {
        awaitHits(fault, 1);
    }

    private static void awaitHits(InstalledFault fault, int hits) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .pollInterval(Duration.ofMillis(2))
                .until(() -> fault.hits() == hits);
    }
}
