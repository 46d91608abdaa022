package io.github.fakecached.internal.engine;

import io.github.fakecached.clock.ControllableClock;
import io.github.fakecached.internal.command.AuthenticationCommand;
import io.github.fakecached.internal.command.Command;
import io.github.fakecached.internal.command.CommandError;
import io.github.fakecached.internal.command.DebugCommand;
import io.github.fakecached.internal.command.MemoryCommand;
import io.github.fakecached.internal.command.SaslState;
import io.github.fakecached.internal.command.StatisticsCommand;
import io.github.fakecached.internal.reply.Reply;
import io.github.fakecached.internal.store.Counters;
import io.github.fakecached.internal.store.ItemWriter;
import io.github.fakecached.internal.store.Store;
import io.github.fakecached.internal.store.StoreRules;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Carries out commands, whichever protocol they came in. Knows nothing of sockets and bytes on the wire. To be used by one
 * thread. Handlers that keep nothing, of commands that are rare, are made when one comes: most fakes never see any.
 */
public final class Engine {

    private final ServerSettings settings;
    private final StoreRules rules;
    private final Counters counters = new Counters();
    private final Watchers watchers;
    private final ItemLog log;
    private final Sessions sessions;
    private final Store store;
    private final Timekeeper timekeeper;
    private final PrefixStatistics prefixes;
    private final ServerHandler server;
    private final Tuning tuning;
    private final StatisticsHandler statistics;

    /** Made when a client first asks for an item: many fakes are closed before. */
    private @Nullable ItemHandlers itemHandlers;

    /**
     * An engine without items, for a server that has just been started.
     *
     * @param shutdown begins to end the server, without waiting for it
     * @param certificates the server's
     */
    public Engine(ServerSettings settings, ControllableClock clock, Runnable shutdown, CertificateSource certificates) {
        this.settings = settings;
        this.rules = settings.memory();
        this.store = new Store(rules, counters);
        this.timekeeper = new Timekeeper(clock, store);
        this.watchers = new Watchers(timekeeper);
        this.log = new ItemLog(watchers, rules);
        store.report(log);
        this.sessions = new Sessions(
                counters,
                timekeeper,
                watchers,
                settings.listening().sockets(settings.statistics().threads()),
                settings.traits().firstDescriptor(),
                settings.listening().requestsPerEvent());
        this.prefixes = new PrefixStatistics(settings.statistics());
        this.tuning = new Tuning(settings);
        this.server = new ServerHandler(settings, store, counters, timekeeper, tuning, shutdown, certificates);
        this.statistics =
                new StatisticsHandler(settings, store, counters, prefixes, sessions, timekeeper, tuning, server);
    }

    /** Makes the server as if it had just been started, but for its open connections. */
    public void reset() {
        store.clear();
        timekeeper.restart();
        resetAllButItems();
    }

    /** Makes the server as memcached is that was started with the items of its last run ({@code -e}): it goes on counting its uptime. */
    public void restartWithItems() {
        store.lru(rules.lru());
        store.limitMemory(rules.memoryLimit());
        resetAllButItems();
    }

    private void resetAllButItems() {
        counters.reset();
        statistics.reset();
        tuning.reset();
        server.reset();
        sessions.countListeners();
        watchers.reset();
    }

    /** Tells where the server listens, which is not known before it does. */
    public void listensOn(List<Endpoint> addresses) {
        statistics.listensOn(addresses);
    }

    /** The open connections, for whoever opens and closes them to tell. */
    public Sessions sessions() {
        return sessions;
    }

    /** Those who watch the log. */
    public Watchers watchers() {
        return watchers;
    }

    /** The items, to look at and to put without the wire. */
    public DirectAccess items() {
        return new DirectAccess(store, new ItemWriter(store, rules, counters), rules, timekeeper);
    }

    /** The general statistics. */
    public List<Reply.Statistic> generalStatistics() {
        return statistics.general(timekeeper.now());
    }

    /** The answer to a command that is refused before its data block has come; null if the block is welcome. */
    public @Nullable Reply refuse(Command.WithData command, StoreCounting counting, Session session) {
        long now = timekeeper.now();
        session.commandHasComeAt(now);
        if (command instanceof AuthenticationCommand.Authenticate attempt) {
            return authentication().refuse(attempt);
        }
        if (!(command instanceof Command.WithValue withValue)) {
            return null;
        }
        log.speaking(session);
        try {
            return onItems().storage().refuse(withValue, counting, now);
        } finally {
            log.speaking(null);
        }
    }

    /** Takes note that a data block has come that was welcome, whether it turned out good or bad. */
    public void dataHasCome(Command.WithData command, StoreCounting counting) {
        if (command instanceof Command.WithValue withValue) {
            onItems().storage().dataHasCome(withValue, counting);
        }
    }

    /** Where a client stands with SASL. */
    public SaslState saslState(Session session) {
        if (settings.authentication().sasl() == null) {
            return SaslState.OFF;
        }
        return session.isSignedIn() ? SaslState.SIGNED_IN : SaslState.SIGNED_OUT;
    }

    /** The answer to a command whose data block has come, but not as it should. */
    public Reply dataIsBad(Command.WithData command) {
        return onItems().storage().fail(command, CommandError.BAD_DATA_CHUNK);
    }

    /** Carries out a command now, for whoever is at the other end of a connection. */
    public Reply execute(Command command, Session session) {
        log.speaking(session);
        try {
            return carryOut(command, session);
        } finally {
            log.speaking(null);
        }
    }

    private Reply carryOut(Command command, Session session) {
        long now = timekeeper.now();
        if (!(command instanceof Command.WithData)) {
            session.commandHasComeAt(now);
        }
        if (command instanceof Command.Get get) {
            return onItems().retrieval().get(get, now);
        } else if (command instanceof Command.Storage complete) {
            return onItems().storage().store(complete, now);
        } else if (command instanceof Command.Invalid invalid) {
            return new Reply.Failure(invalid.error());
        } else if (command instanceof Command.Arithmetic arithmetic) {
            return onItems().keys().arithmetic(arithmetic, now);
        } else if (command instanceof Command.Delete delete) {
            return onItems().keys().delete(delete, now);
        } else if (command instanceof Command.Touch touch) {
            return onItems().keys().touch(touch, now);
        } else if (command instanceof Command.GetAndTouch getAndTouch) {
            return onItems().retrieval().getAndTouch(getAndTouch, now);
        } else if (command instanceof Command.MetaGet get) {
            return onItems().metaGet().get(get, now);
        } else if (command instanceof Command.MetaStore complete) {
            return onItems().metaStore().store(complete, now);
        } else if (command instanceof Command.MetaDelete delete) {
            return onItems().metaDelete().delete(delete, now);
        } else if (command instanceof Command.MetaArithmetic arithmetic) {
            return onItems().metaArithmetic().apply(arithmetic, now);
        } else if (command instanceof Command.MetaDebug metaDebug) {
            return new MetaDebugHandler(settings.traits(), store, rules, counters).describe(metaDebug, now);
        } else if (command instanceof Command.FlushAll flushAll) {
            return server.flushAll(flushAll, now);
        } else if (command instanceof Command.Stats stats) {
            return statistics.of(stats.kind(), session, now);
        } else if (command instanceof StatisticsCommand statisticsCommand) {
            return statistics.execute(statisticsCommand);
        } else if (command instanceof Command.Noop) {
            return new Reply.Noop();
        } else if (command instanceof Command.Version) {
            return new Reply.Version(settings.traits().number());
        } else if (command instanceof Command.Verbosity verbosity) {
            return server.verbosity(verbosity);
        } else if (command instanceof DebugCommand debugCommand) {
            return new DebugHandler(store, timekeeper).execute(debugCommand, session, now);
        } else if (command instanceof AuthenticationCommand attempt) {
            return authentication().execute(attempt, session);
        } else if (command instanceof Command.RefreshCertificates refreshCertificates) {
            return server.refreshCertificates(refreshCertificates, now);
        } else if (command instanceof Command.Shutdown shutdown) {
            return server.shutdown(shutdown);
        } else if (command instanceof MemoryCommand memoryCommand) {
            return memory().execute(memoryCommand, now);
        } else if (command instanceof Command.ClusterConfiguration) {
            return new ClusterHandler(settings.cluster()).configuration();
        } else if (command instanceof Command.Watch watch) {
            return server.watch(watch, watchers, session);
        } else if (command instanceof Command.HangUp) {
            return new Reply.Abort();
        }
        return new Reply.Close();
    }

    private ItemHandlers onItems() {
        ItemHandlers handlers = itemHandlers;
        if (handlers == null) {
            handlers = ItemHandlers.of(settings, store, counters, prefixes, log, timekeeper);
            itemHandlers = handlers;
        }
        return handlers;
    }

    private AuthenticationHandler authentication() {
        return new AuthenticationHandler(settings, rules, counters);
    }

    private MemoryHandler memory() {
        return new MemoryHandler(settings, store, tuning, new DumpHandler(settings, store, rules, timekeeper));
    }
}
