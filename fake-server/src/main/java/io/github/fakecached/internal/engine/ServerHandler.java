package io.github.fakecached.internal.engine;

import io.github.fakecached.internal.command.Command;
import io.github.fakecached.internal.command.CommandError;
import io.github.fakecached.internal.reply.Outcome;
import io.github.fakecached.internal.reply.Refusal;
import io.github.fakecached.internal.reply.Reply;
import io.github.fakecached.internal.store.Counter;
import io.github.fakecached.internal.store.Counters;
import io.github.fakecached.internal.store.Store;
import java.util.OptionalLong;

/** Carries out the commands that concern the server as a whole: flush_all, verbosity, watch, shutdown, the certificates. */
final class ServerHandler {

    private static final long MAX_VERBOSITY = 2;

    private final ServerSettings settings;
    private final Store store;
    private final Counters counters;
    private final Timekeeper timekeeper;
    private final Tuning tuning;
    private final Runnable shutdown;
    private final CertificateSource certificates;
    private long certificatesReadAt;

    ServerHandler(
            ServerSettings settings,
            Store store,
            Counters counters,
            Timekeeper timekeeper,
            Tuning tuning,
            Runnable shutdown,
            CertificateSource certificates) {
        this.settings = settings;
        this.store = store;
        this.counters = counters;
        this.timekeeper = timekeeper;
        this.tuning = tuning;
        this.shutdown = shutdown;
        this.certificates = certificates;
    }

    /** When the server read its certificates last; in memcached its time stands at 0 when it does so first. */
    long certificatesReadAt() {
        return certificatesReadAt;
    }

    void reset() {
        certificatesReadAt = 0;
    }

    Reply refreshCertificates(Command.RefreshCertificates command, long now) {
        String problem = certificates.refresh();
        if (problem != null) {
            return new Reply.BadCertificates(problem);
        }
        certificatesReadAt = now;
        return command.quiet() ? new Reply.Silence(Outcome.OK.reply()) : Outcome.OK.reply();
    }

    Reply flushAll(Command.FlushAll command, long now) {
        OptionalLong exptime = command.exptime();
        if (settings.permissions().flush() || command.counted()) {
            counters.increment(Counter.CMD_FLUSH);
        }
        if (!settings.permissions().flush()) {
            return Outcome.FLUSH_NOT_ALLOWED.reply();
        }
        if (exptime.isEmpty()) {
            return new Reply.Failure(CommandError.BAD_EXPTIME);
        }
        long due = exptime.getAsLong() > 0 ? timekeeper.time().expiry(exptime.getAsLong(), now) : now;
        store.flush(due - 1, now);
        return Outcome.OK.reply();
    }

    Reply verbosity(Command.Verbosity command) {
        tuning.verbosity(Math.min(command.level(), MAX_VERBOSITY));
        return Outcome.OK.reply();
    }

    Reply shutdown(Command.Shutdown command) {
        if (settings.permissions().shutdown()) {
            if (!command.modeIsKnown()) {
                return Refusal.BAD_SHUTDOWN_MODE.reply();
            }
            shutdown.run();
            return new Reply.ShutDown();
        }
        return (settings.traits().noreplyMutesUnknownCommand()
                        ? Outcome.SHUTDOWN_NOT_ENABLED_SINCE_1_6_40
                        : Outcome.SHUTDOWN_NOT_ENABLED)
                .reply();
    }

    Reply watch(Command.Watch command, Watchers watchers, Session session) {
        if (session.transport() == Transport.UDP) {
            return new Reply.Silence(Outcome.OK.reply());
        } else if (!settings.permissions().watch()) {
            return Refusal.WATCH_NOT_ALLOWED.reply();
        } else if (command.behindUnsentReplies()) {
            return Refusal.WATCH_PIPELINED.reply();
        } else if (command.streams() == null) {
            return new Reply.Failure(CommandError.UNKNOWN);
        }
        return watchers.isFull() ? Refusal.TOO_MANY_WATCHERS.reply() : new Reply.Watching(command.streams());
    }
}
