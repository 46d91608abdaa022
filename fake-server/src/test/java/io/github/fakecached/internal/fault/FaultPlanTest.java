package io.github.fakecached.internal.fault;

import static io.github.fakecached.fault.CommandMatcher.anyCommand;
import static io.github.fakecached.fault.CommandMatcher.command;
import static io.github.fakecached.fault.CommandMatcher.withKey;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.fakecached.fault.FaultPoint;
import io.github.fakecached.fault.InstalledFault;
import io.github.fakecached.internal.command.Command;
import io.github.fakecached.internal.command.TextParser;
import io.github.fakecached.internal.exchange.Request;
import io.github.fakecached.internal.version.VersionTraits;
import io.github.fakecached.internal.wire.BinaryRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaultPlanTest {

    private final FaultPlan plan = new FaultPlan(() -> {});

    @Test
    void aRequestIsPickedAtThePointOfTheFault() {
        var fault = plan.on(command("get")).afterExecute().dropReply();
        assertThat(plan.at(FaultPoint.BEFORE_EXECUTE, line("get k"))).isNull();
        assertThat(plan.at(FaultPoint.AFTER_EXECUTE, line("set k 0 0 1"))).isNull();
        assertThat(fault.hits()).isZero();
        assertThat(plan.at(FaultPoint.AFTER_EXECUTE, line("get k"))).isSameAs(fault);
        assertThat(fault.hits()).isOne();
    }

    @Test
    void nthPicksOneOfThoseThatMatch() {
        plan.on(command("get")).nth(2).beforeExecute().close();
        assertThat(picked("get k", "set k 0 0 1", "get k", "get k")).containsExactly(2);
    }

    @Test
    void timesPicksTheFirstOnes() {
        plan.on(command("get")).times(2).beforeExecute().close();
        assertThat(picked("get k", "get k", "get k")).containsExactly(0, 1);
    }

    @Test
    void everyNthPicksAtIntervals() {
        plan.on(command("get")).everyNth(2).beforeExecute().close();
        assertThat(picked("get k", "get k", "get k", "get k", "get k")).containsExactly(1, 3);
    }

    @Test
    void timesLimitsEveryNth() {
        plan.on(command("get")).everyNth(2).times(1).beforeExecute().close();
        assertThat(picked("get k", "get k", "get k", "get k")).containsExactly(1);
    }

    @Test
    void theSameSeedPicksTheSameRequests() {
        String[] requests = "get k,".repeat(200).split(",");
        plan.on(command("get")).probability(0.3, 42).beforeExecute().close();
        var first = picked(requests);
        plan.clear();
        plan.on(command("get")).probability(0.3, 42).beforeExecute().close();
        assertThat(picked(requests)).isEqualTo(first).hasSizeBetween(30, 90);
    }

    @Test
    void aProbabilityOfZeroPicksNone() {
        plan.on(anyCommand()).probability(0, 1).beforeExecute().close();
        assertThat(picked("get k", "get k", "get k")).isEmpty();
    }

    @Test
    void theFirstInstalledHappensAndAllCount() {
        var first = plan.on(command("get")).nth(1).reply("ERROR");
        var second = plan.on(command("get")).nth(2).reply("ERROR again");
        assertThat(plan.at(FaultPoint.BEFORE_EXECUTE, line("get k"))).isSameAs(first);
        assertThat(plan.at(FaultPoint.BEFORE_EXECUTE, line("get k"))).isSameAs(second);
        assertThat(plan.at(FaultPoint.BEFORE_EXECUTE, line("get k"))).isNull();
    }

    @Test
    void whoComesSecondHasNoHit() {
        var first = plan.on(command("get")).times(2).reply("ERROR");
        var second = plan.on(command("get")).times(1).beforeExecute().close();
        assertThat(picked("get k", "get k", "get k", "get k")).containsExactly(0, 1, 2);
        assertThat(first.hits()).isEqualTo(2);
        assertThat(second.hits()).isOne();
    }

    @Test
    void anEarlyReplyIsForTheHeadOfARequest() {
        var early = plan.on(command("set")).beforeExecute().replyEarly("ERROR");
        assertThat(plan.at(FaultPoint.BEFORE_EXECUTE, line("set k 0 0 1"))).isNull();
        assertThat(plan.early(line("set k 0 0 1"))).isSameAs(early);
    }

    @Test
    void opcodesGoByTheCommandThatDoesTheSame() {
        plan.on(command("incr").key("k")).beforeExecute().close();
        assertThat(plan.at(FaultPoint.BEFORE_EXECUTE, opcode(0x15))).isNotNull();
        assertThat(plan.at(FaultPoint.BEFORE_EXECUTE, opcode(0x16))).isNull();
        plan.clear();
        plan.on(command("sasl_auth")).beforeExecute().close();
        assertThat(plan.at(FaultPoint.BEFORE_EXECUTE, opcode(0x21))).isNotNull();
    }

    @Test
    void connectionsAreNotRequests() {
        var onConnect = plan.onConnect().times(1).close();
        assertThat(plan.at(FaultPoint.BEFORE_EXECUTE, line("get k"))).isNull();
        assertThat(plan.connecting()).isSameAs(onConnect);
        assertThat(plan.connecting()).isNull();
    }

    @Test
    void aRemovedFaultIsInForceNoMore() {
        var removed = plan.on(withKey("k")).beforeExecute().close();
        var kept = plan.on(withKey("k")).beforeExecute().reset();
        assertThat(plan.list()).containsExactly(removed, kept);
        removed.remove();
        assertThat(plan.list()).containsExactly(kept);
        assertThat(plan.at(FaultPoint.BEFORE_EXECUTE, line("get k"))).isSameAs(kept);
        plan.clear();
        assertThat(plan.isEmpty()).isTrue();
    }

    @Test
    void refusalTellsTheNodeWhenItBeginsAndEnds() {
        List<String> told = new ArrayList<>();
        var here = new FaultPlan[1];
        here[0] = new FaultPlan(() -> told.add(here[0].refusesConnections() ? "refuse" : "accept"));
        here[0].on(command("get")).reply("ERROR");
        var refusal = here[0].onConnect().refuse();
        assertThat(here[0].connecting()).isNull();
        refusal.remove();
        here[0].onConnect().refuse();
        here[0].clear();
        assertThat(told).containsExactly("refuse", "accept", "refuse", "accept");
    }

    @Test
    void whoWaitsIsLetGoOnceTheFaultIsOver() {
        List<String> log = new ArrayList<>();
        ActiveFault fault = (ActiveFault) plan.on(anyCommand()).beforeExecute().stall();
        Runnable gone = () -> log.add("gone");
        fault.whenOver(gone);
        fault.whenOver(() -> log.add("waited"));
        fault.forget(gone);
        fault.remove();
        fault.whenOver(() -> log.add("late"));
        fault.remove();
        assertThat(log).containsExactly("waited", "late");
    }

    @Test
    void anOpenGateLetsPassAndCounts() {
        List<String> log = new ArrayList<>();
        var gate = plan.on(command("get")).beforeExecute().gate();
        assertThat(picked("get k")).containsExactly(0);
        ((ActiveFault) gate).whenOver(() -> log.add("passed"));
        gate.awaitArrival();
        assertThat(log).isEmpty();
        gate.open();
        assertThat(log).containsExactly("passed");
        assertThat(picked("get k")).containsExactly(0);
        gate.awaitArrivals(2, Duration.ofSeconds(5));
        assertThat(gate.hits()).isEqualTo(2);
    }

    @Test
    void waitingAtAGateHasAnEnd() {
        var gate = plan.on(command("get")).beforeExecute().gate();
        assertThatIllegalStateException()
                .isThrownBy(() -> gate.awaitArrivals(1, Duration.ofMillis(1)))
                .withMessage("0 of 1 came within 1 ms to the gate: get, before it is executed: gate (0 hits)");
    }

    @Test
    void waitingAtAGateIsForOneArrivalAtLeast() {
        var gate = plan.on(command("get")).beforeExecute().gate();
        assertThatIllegalArgumentException().isThrownBy(() -> gate.awaitArrivals(0, Duration.ofMillis(1)));
    }

    @Test
    void waitingAtAGateCanBeInterrupted() {
        var gate = plan.on(command("get")).beforeExecute().gate();
        Thread.currentThread().interrupt();
        assertThatIllegalStateException().isThrownBy(gate::awaitArrival).withMessageContaining("interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }

    private List<Integer> picked(String... requests) {
        List<Integer> picked = new ArrayList<>();
        for (int i = 0; i < requests.length; i++) {
            InstalledFault fault = plan.at(FaultPoint.BEFORE_EXECUTE, line(requests[i]));
            if (fault != null) {
                picked.add(i);
            }
        }
        return picked;
    }

    private static Request line(String line) {
        byte[] bytes = line.getBytes(US_ASCII);
        Command command = new TextParser(VersionTraits.V1_6_45).parse(bytes, bytes.length, bytes.length + 2);
        return Request.ofLine(0, 0, bytes, bytes.length, bytes.length + 2, command);
    }

    private static Request opcode(int opcode) {
        byte[] key = {'k'};
        return Request.ofHead(
                0, 0, new BinaryRequest(opcode, 0, 0, new byte[0], key, 1), new Command.Touch(key, 0, false));
    }
}
