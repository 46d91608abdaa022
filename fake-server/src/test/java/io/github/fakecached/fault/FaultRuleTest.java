package io.github.fakecached.fault;

import static io.github.fakecached.fault.CommandMatcher.command;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.fakecached.internal.fault.FaultPlan;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FaultRuleTest {

    private final Faults faults = new FaultPlan(() -> {});

    @Test
    void aFaultMeansSomethingAtSomePointsOnly() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FaultRule(
                        command("get"), Occurrence.ALWAYS, FaultPoint.BEFORE_EXECUTE, new Fault.DropReply()))
                .withMessage("drop reply means nothing at BEFORE_EXECUTE, but at [AFTER_EXECUTE] only");
    }

    @Test
    void connectionsAreRefusedAllOrNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> faults.onConnect().nth(2).refuse())
                .withMessageContaining("cannot be counted");
    }

    @Test
    void theStepsTellTheRuleInWords() {
        var get = faults.on(command("get").key("k"));
        assertThat(get.nth(2).beforeExecute().close())
                .hasToString("get of key \"k\", number 2, before it is executed: close (0 hits)");
        assertThat(get.everyNth(3).times(4).afterExecute().dropReply())
                .hasToString("get of key \"k\", one in 3, at most 4 times, after it is executed: drop reply (0 hits)");
        assertThat(get.probability(0.5, 17).duringReply().truncateAfter(9).thenStall())
                .hasToString("get of key \"k\", with probability 0.5 (seed 17), during its reply:"
                        + " truncate after 9 bytes, then stall (0 hits)");
        assertThat(faults.onConnect().onServerClock().delay(Duration.ofSeconds(2)))
                .hasToString("a connection, on connecting: delay of PT2S on the server's clock (0 hits)");
    }

    @Test
    void theSeedThatWasDrawnIsTold() {
        var fault = faults.on(command("get")).probability(0.5).reply("SERVER_ERROR");
        assertThat(fault)
                .asString()
                .contains("(seed " + fault.rule().occurrence().seed() + ")");
    }

    @Test
    void numbersOutOfRangeAreRefused() {
        var get = faults.on(command("get"));
        assertThatIllegalArgumentException().isThrownBy(() -> get.nth(0)).withMessageContaining("nth(1)");
        assertThatIllegalArgumentException().isThrownBy(() -> get.nth(-1)).withMessageContaining("nth(-1)");
        assertThatIllegalArgumentException().isThrownBy(() -> get.everyNth(0)).withMessageContaining("everyNth(0)");
        assertThatIllegalArgumentException().isThrownBy(() -> get.times(0)).withMessageContaining("times(0)");
        assertThatIllegalArgumentException().isThrownBy(() -> get.probability(1.1));
        assertThatIllegalArgumentException().isThrownBy(() -> get.probability(Double.NaN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> get.beforeExecute().delay(Duration.ofMillis(-1)))
                .withMessage("a delay is from 0 to 36500 days, not PT-0.001S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> get.beforeExecute().delay(Duration.ofDays(36_501)));
        assertThatIllegalArgumentException().isThrownBy(() -> get.duringReply().drip(Duration.ofMillis(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> get.duringReply().truncateAfter(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> get.duringReply().garbage(new byte[0]));
        assertThatIllegalArgumentException().isThrownBy(() -> get.reply("two\r\nlines"));
        assertThatIllegalArgumentException().isThrownBy(() -> get.reply(""));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> get.beforeExecute().replyEarly("\u00fc"));
        assertThat(faults.list()).isEmpty();
    }
}
