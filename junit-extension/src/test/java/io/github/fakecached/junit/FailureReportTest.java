package io.github.fakecached.junit;

import static io.github.fakecached.fault.CommandMatcher.command;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.github.fakecached.FakeMemcached;
import io.github.fakecached.junit.assertj.GoldenFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import net.spy.memcached.MemcachedClient;
import net.spy.memcached.internal.CheckedOperationTimeoutException;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

/** What the report of a failure says. */
class FailureReportTest {

    /** The text of the only report, which is all that is added. */
    static String report(Throwable failure) {
        assertThat(failure.getSuppressed())
                .as("suppressed by %s", failure)
                .singleElement()
                .isInstanceOf(FakecachedReport.class);
        return failure.getSuppressed()[0].getMessage();
    }

    private static void standStill(FakeMemcached memcached) {
        memcached.clock().pause();
        memcached.clock().setTime(Instant.parse("2030-01-01T12:00:00Z"));
    }

    @Test
    void itIsPrintedBelowTheFailureAndItsStackTrace() throws IOException {
        Throwable failure = JupiterRun.of(FailingTestCases.class).failure();
        StringWriter printed = new StringWriter();
        failure.printStackTrace(new PrintWriter(printed));

        assertThat(failure).isExactlyInstanceOf(AssertionFailedError.class).hasMessageEndingWith("but was: null");
        GoldenFile.verify(
                "report/printed", GoldenFile.withoutFrames(printed.toString()).strip());
    }

    @MemcachedTest
    static class FailingTestCases {
        @Test
        void test(FakeMemcached memcached, MemcachedClient client) throws Exception {
            client.set("session:u1", 1800, "token").get();
            client.set("session:u2", 3600, "other").get();
            memcached.clock().advance(Duration.ofMinutes(30));
            assertThat(client.get("session:u1")).isEqualTo("token");
        }
    }

    @Test
    void itTellsWhyAClientRanIntoATimeout() throws IOException {
        Throwable failure = JupiterRun.of(TimeoutTestCases.class).failure();

        assertThat(failure).isInstanceOf(CheckedOperationTimeoutException.class);
        GoldenFile.verify("report/timeout", report(failure));
    }

    @MemcachedTest
    static class TimeoutTestCases {
        @Test
        void test(FakeMemcached memcached, MemcachedClient client) throws Exception {
            standStill(memcached);
            client.get("a");
            memcached.faults().on(command("get")).beforeExecute().stall();
            client.asyncGet("b").get(100, TimeUnit.MILLISECONDS);
        }
    }

    @Test
    void itHasAPartForEachNodeThatWasAsked() throws IOException {
        GoldenFile.verify(
                "report/nodes", report(JupiterRun.of(NodesTestCases.class).failure()));
    }

    @MemcachedTest(nodes = {"a", "b", "c"})
    static class NodesTestCases {
        @Test
        void test(
                @MemcachedNode("a") FakeMemcached memcached,
                @MemcachedNode("a") MemcachedClient a,
                @MemcachedNode("b") MemcachedClient b)
                throws Exception {
            standStill(memcached);
            for (int i = 0; i < 12; i++) {
                a.set("product:" + i, 0, "chair").get();
            }
            b.get("product:7");
            fail("on purpose");
        }
    }

    @Test
    void itSaysWhatIsNotKnownOfAStoppedNode() throws IOException {
        GoldenFile.verify(
                "report/stopped", report(JupiterRun.of(StoppedTestCases.class).failure()));
    }

    @MemcachedTest
    static class StoppedTestCases {
        @Test
        void test(FakeMemcached memcached, MemcachedClient client) {
            standStill(memcached);
            client.get("k");
            memcached.kill();
            fail("on purpose");
        }
    }

    @Test
    void aClockThatWasNotMovedIsNotCompared() throws IOException {
        GoldenFile.verify(
                "report/running", report(JupiterRun.of(RunningTestCases.class).failure()));
    }

    @MemcachedTest
    static class RunningTestCases {
        @Test
        void test() throws Exception {
            throw new Exception("on purpose");
        }
    }

    @Test
    void aClockThatWasTurnedBackIsBehind() {
        assertThat(report(JupiterRun.of(TurnedBackTestCases.class).failure()))
                .containsPattern(
                        "virtual time 1970-01-02T\\S+ \\(running\\), \\d{10}\\.\\d s behind the system's clock");
    }

    @MemcachedTest
    static class TurnedBackTestCases {
        @Test
        void test(FakeMemcached memcached) throws Exception {
            memcached.clock().setTime(Instant.EPOCH.plus(Duration.ofDays(1)));
            throw new Exception("on purpose");
        }
    }

    @Test
    void keysAreReadableAndFew() throws IOException {
        GoldenFile.verify(
                "report/keys", report(JupiterRun.of(KeysTestCases.class).failure()));
    }

    @MemcachedTest
    static class KeysTestCases {
        @Test
        void test(FakeMemcached memcached) {
            standStill(memcached);
            memcached.contents().put("b\n\u001b[31m", "");
            for (int i = 0; i < 1000; i++) {
                memcached.contents().put("c" + i, "");
            }
            memcached.contents().put("a".repeat(250), "value");
            memcached.journal().setCapacity(0);
            memcached.faults().on(command("incr")).nth(2).afterExecute().dropReply();
            fail("on purpose");
        }
    }
}
