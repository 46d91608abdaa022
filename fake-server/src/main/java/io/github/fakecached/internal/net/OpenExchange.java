package io.github.fakecached.internal.net;

import io.github.fakecached.fault.FaultPoint;
import io.github.fakecached.internal.command.Command;
import io.github.fakecached.internal.exchange.Request;
import io.github.fakecached.internal.fault.ActiveFault;
import io.github.fakecached.internal.reply.Reply;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request that is on its way, from the moment in which it is understood to that in which its reply is written: finds the faults
 * that happen to it, and at last tells the journal.
 */
final class OpenExchange {

    /** Of a reply so many bytes are kept. */
    static final int REPLY_MAX = 128;

    private final Exchanges exchanges;
    private final Request request;
    private final Instant time;
    private final long startedAt = System.nanoTime();
    private final @Nullable ActiveFault earlyFault;
    private final boolean mayFail;
    private @Nullable Command command;
    private Reply outcome = DialectConnection.UNEXECUTED;
    private @Nullable String faults;

    OpenExchange(Exchanges exchanges, Request request) {
        this.exchanges = exchanges;
        this.request = request;
        this.time = exchanges.clock().at(startedAt);
        this.mayFail = !exchanges.faults().isEmpty();
        this.earlyFault = mayFail ? remembered(exchanges.faults().early(request)) : null;
    }

    /** What happens to it before its data has come; null if nothing does. */
    @Nullable
    ActiveFault earlyFault() {
        return earlyFault;
    }

    /** What happens to it now that it has come with its data; null if nothing does. */
    @Nullable
    ActiveFault faultBeforeExecute(Command complete) {
        command = complete;
        return earlyFault == null ? faultAt(FaultPoint.BEFORE_EXECUTE) : earlyFault;
    }

    /** What happens to it now that it is carried out, or refused; null if nothing does. */
    @Nullable
    ActiveFault faultAfterExecute(Reply cameTo) {
        outcome = cameTo;
        return faultAt(FaultPoint.AFTER_EXECUTE);
    }

    /** What happens to its reply; null if nothing does. */
    @Nullable
    ActiveFault faultDuringReply() {
        return faultAt(FaultPoint.DURING_REPLY);
    }

    private @Nullable ActiveFault faultAt(FaultPoint point) {
        return mayFail ? remembered(exchanges.faults().at(point, request)) : null;
    }

    private @Nullable ActiveFault remembered(@Nullable ActiveFault fault) {
        if (fault != null) {
            String words = fault.inWords();
            faults = faults == null ? words : faults + "; " + words;
        }
        return fault;
    }

    /**
     * Ends with the reply written.
     *
     * @param beginning the first bytes of what was written for it
     */
    void close(byte[] beginning, long length) {
        if (exchanges.recording().isOn()) {
            exchanges.recording().add(request, time, startedAt, command, outcome, beginning, length, faults);
        }
    }
}
