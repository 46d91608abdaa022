package io.github.fakecached.internal.exchange;

import io.github.fakecached.internal.command.CommandTable;
import io.github.fakecached.internal.reply.MetaReply;
import io.github.fakecached.internal.reply.Reply;
import io.github.fakecached.journal.Outcome;
import org.jspecify.annotations.Nullable;

/** Says in one word what a request came to, whichever dialect it came in. */
final class Outcomes {

    private Outcomes() {}

    static Outcome of(Request request, Reply reply) {
        if (reply instanceof Reply.Values values) {
            return ofRetrieval(request, values.values().size());
        } else if (reply instanceof Reply.Status status) {
            return ofStatus(status.outcome());
        } else if (reply instanceof MetaReply meta) {
            return ofMeta(request.row(), meta.code());
        } else if (reply instanceof Reply.Silence silence) {
            return of(request, silence.muted());
        } else if (reply instanceof Reply.Numeric) {
            return Outcome.CHANGED;
        } else if (reply instanceof Reply.Missing) {
            return Outcome.MISS;
        } else if (reply instanceof Reply.ItemReport) {
            return Outcome.HIT;
        } else if (reply instanceof Reply.Failure
                || reply instanceof Reply.Refused
                || reply instanceof Reply.BadCertificates) {
            return Outcome.ERROR;
        } else if (reply instanceof Reply.Close || reply instanceof Reply.Abort || reply instanceof Reply.ShutDown) {
            return Outcome.CLOSED;
        } else if (reply instanceof Reply.Unexecuted) {
            return Outcome.NOT_EXECUTED;
        }
        return Outcome.OK;
    }

    private static Outcome ofRetrieval(Request request, int found) {
        boolean touch = request.row() == CommandTable.TOUCH;
        if (found == 0) {
            return touch ? Outcome.NOT_FOUND : Outcome.MISS;
        }
        if (found < request.keys().size()) {
            return Outcome.PARTIAL_HIT;
        }
        return touch ? Outcome.TOUCHED : Outcome.HIT;
    }

    private static Outcome ofStatus(io.github.fakecached.internal.reply.Outcome outcome) {
        return switch (outcome) {
            case STORED -> Outcome.STORED;
            case NOT_STORED -> Outcome.NOT_STORED;
            case EXISTS -> Outcome.EXISTS;
            case NOT_FOUND -> Outcome.NOT_FOUND;
            case DELETED -> Outcome.DELETED;
            case TOUCHED -> Outcome.TOUCHED;
            case OK, RESET -> Outcome.OK;
            default -> Outcome.ERROR;
        };
    }

    private static Outcome ofMeta(@Nullable CommandTable row, MetaReply.Code code) {
        return switch (code) {
            case EN -> Outcome.MISS;
            case NF -> Outcome.NOT_FOUND;
            case NS -> Outcome.NOT_STORED;
            case EX -> Outcome.EXISTS;
            case HD, VA ->
                row == CommandTable.MS
                        ? Outcome.STORED
                        : row == CommandTable.MD
                                ? Outcome.DELETED
                                : row == CommandTable.MA ? Outcome.CHANGED : Outcome.HIT;
        };
    }
}
