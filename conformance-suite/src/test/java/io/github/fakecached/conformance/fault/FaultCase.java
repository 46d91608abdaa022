package io.github.fakecached.conformance.fault;

import static io.github.fakecached.fault.CommandMatcher.retrieval;
import static io.github.fakecached.fault.CommandMatcher.storage;

import io.github.fakecached.fault.AfterExecuteFaults;
import io.github.fakecached.fault.BeforeExecuteFaults;
import io.github.fakecached.fault.DuringReplyFaults;
import io.github.fakecached.fault.FaultPoint;
import io.github.fakecached.fault.Faults;
import io.github.fakecached.fault.InstalledFault;
import java.time.Duration;
import java.util.function.Function;

/**
 * Every fault at every point where it means something. On connecting and during a reply an item is fetched, and otherwise one
 * is stored.
 */
enum FaultCase {
    CONNECT_DELAY("delay(50 ms)", faults -> faults.onConnect().delay(Soon.AFTER)),
    CONNECT_GATE("gate()", faults -> faults.onConnect().gate(), true),
    CONNECT_STALL("stall()", faults -> faults.onConnect().stall(), true),
    CONNECT_CLOSE("close()", faults -> faults.onConnect().close(), true),
    CONNECT_RESET("reset()", faults -> faults.onConnect().reset(), true),
    CONNECT_REFUSE("refuse()", faults -> faults.onConnect().refuse()),

    BEFORE_DELAY("delay(50 ms)", before(point -> point.delay(Soon.AFTER))),
    BEFORE_GATE("gate()", before(BeforeExecuteFaults::gate), true),
    BEFORE_STALL("stall()", before(BeforeExecuteFaults::stall), true),
    BEFORE_CLOSE("close()", before(BeforeExecuteFaults::close)),
    BEFORE_RESET("reset()", before(BeforeExecuteFaults::reset)),
    BEFORE_REPLY("reply(SERVER_ERROR)", before(point -> point.reply(Soon.ERROR))),
    BEFORE_REPLY_EARLY("replyEarly(SERVER_ERROR)", before(point -> point.replyEarly(Soon.ERROR))),
    BEFORE_REPLY_EARLY_THEN_CLOSE(
            "replyEarlyThenClose(SERVER_ERROR)", before(point -> point.replyEarlyThenClose(Soon.ERROR))),
    BEFORE_DROP_REQUEST("dropRequest()", before(BeforeExecuteFaults::dropRequest), true),

    AFTER_DELAY("delay(50 ms)", after(point -> point.delay(Soon.AFTER))),
    AFTER_DELAY_BEYOND_THE_TIMEOUT("delay(1 h), removed", after(point -> point.delay(Duration.ofHours(1))), true),
    AFTER_GATE("gate()", after(AfterExecuteFaults::gate), true),
    AFTER_STALL("stall()", after(AfterExecuteFaults::stall), true),
    AFTER_CLOSE("close()", after(AfterExecuteFaults::close)),
    AFTER_RESET("reset()", after(AfterExecuteFaults::reset)),
    AFTER_REPLY("reply(SERVER_ERROR)", after(point -> point.reply(Soon.ERROR))),
    AFTER_DROP_REPLY("dropReply()", after(AfterExecuteFaults::dropReply), true),

    DURING_DELAY("delay(50 ms)", during(point -> point.delay(Soon.AFTER))),
    DURING_GATE("gate()", during(DuringReplyFaults::gate), true),
    DURING_STALL("stall()", during(DuringReplyFaults::stall), true),
    DURING_CLOSE("close()", during(DuringReplyFaults::close)),
    DURING_RESET("reset()", during(DuringReplyFaults::reset)),
    DURING_TRUNCATE_THEN_CLOSE(
            "truncateAfter(9).thenClose()",
            during(point -> point.truncateAfter(9).thenClose())),
    DURING_TRUNCATE_THEN_RESET(
            "truncateAfter(9).thenReset()",
            during(point -> point.truncateAfter(9).thenReset())),
    DURING_TRUNCATE_THEN_STALL(
            "truncateAfter(9).thenStall()",
            during(point -> point.truncateAfter(9).thenStall()),
            true),
    DURING_TRUNCATE_THEN_NOTHING(
            "truncateAfter(9).thenNothing()",
            during(point -> point.truncateAfter(9).thenNothing()),
            true),
    DURING_GARBAGE("garbage(\"nonsense\\r\\n\")", during(point -> point.garbage(Soon.NONSENSE)), true),
    DURING_DRIP("drip(1 ms)", during(point -> point.drip(Duration.ofMillis(1))));

    /** Constants of an enum cannot see static fields of their own. */
    private interface Soon {
        Duration AFTER = Duration.ofMillis(50);
        byte[] NONSENSE = {'n', 'o', 'n', 's', 'e', 'n', 's', 'e', '\r', '\n'};
        String ERROR = "SERVER_ERROR out of memory storing object";
    }

    final String call;
    final boolean clientGivesUp;
    private final Function<Faults, InstalledFault> installer;

    FaultCase(String call, Function<Faults, InstalledFault> installer) {
        this(call, installer, false);
    }

    /**
     * A case.
     *
     * @param clientGivesUp whether the client, which hears nothing, may wait for a short time only
     */
    FaultCase(String call, Function<Faults, InstalledFault> installer, boolean clientGivesUp) {
        this.call = call;
        this.installer = installer;
        this.clientGivesUp = clientGivesUp;
    }

    InstalledFault install(Faults faults) {
        return installer.apply(faults);
    }

    FaultPoint point() {
        return switch (name().substring(0, name().indexOf('_'))) {
            case "CONNECT" -> FaultPoint.CONNECT;
            case "BEFORE" -> FaultPoint.BEFORE_EXECUTE;
            case "AFTER" -> FaultPoint.AFTER_EXECUTE;
            default -> FaultPoint.DURING_REPLY;
        };
    }

    /** How long a client waits that is to give up; longer if there is something for it to understand. */
    Duration patience() {
        return Duration.ofMillis(this == DURING_GARBAGE ? 500 : 100);
    }

    /**
     * Whether it depends on chance which error a client reports: the connection may end before the client takes it for connected,
     * or before or after it has sent its request.
     */
    boolean racesWithClient() {
        return this == CONNECT_CLOSE || this == CONNECT_RESET;
    }

    /** Whether the connection is there, and what the fault held back comes, once the fault is removed. */
    boolean heals() {
        return call.startsWith("gate") || call.endsWith("tall()") || call.endsWith("removed");
    }

    private static Function<Faults, InstalledFault> before(Function<BeforeExecuteFaults, InstalledFault> fault) {
        return faults -> fault.apply(faults.on(storage().key("k")).beforeExecute());
    }

    private static Function<Faults, InstalledFault> after(Function<AfterExecuteFaults, InstalledFault> fault) {
        return faults -> fault.apply(faults.on(storage().key("k")).afterExecute());
    }

    private static Function<Faults, InstalledFault> during(Function<DuringReplyFaults, InstalledFault> fault) {
        return faults -> fault.apply(faults.on(retrieval().key("k")).duringReply());
    }
}
