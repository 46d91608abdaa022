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
import io.github.fakecached.internal.store.Arithmetic;
import io.github.fakecached.internal.store.Counters;
import io.github.fakecached.internal.store.ItemWriter;
import io.github.fakecached.internal.store.Store;
import io.github.fakecached.internal.store.StoreRules;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Carries out commands, whichever protocol they came in. Knows nothing of sockets and bytes on the wire. To be used by one
 * thread.
 */
public final class Engine {

    private final ServerSettings settings;
    private final Counters counters = new Counters();
    private final Watchers watchers;
    private final ItemLog log;
    private final Sessions sessions;
    private final Store store;
    private final DirectAccess items;
    private final Timekeeper timekeeper;
    private final StorageHandler storage;
    private final RetrievalHandler retrieval;
    private final KeyHandler keys;
    private final MetaGetHandler metaGet;
    private final MetaStoreHandler metaStore;
    private final MetaDeleteHandler metaDelete;
    private final MetaArithmeticHandler metaArithmetic;
    private final MetaDebugHandler metaDebug;
    private final AuthenticationHandler authentication;
    private final ServerHandler server;
    private final MemoryHandler memory;
    private final DebugHandler debugging;
    private final Tuning tuning;
    private final ClusterHandler cluster;
    private final StatisticsHandler statistics;

    /**
     * An engine without items, for a server that has just been started.
     *
     * @param shutdown begins to end the server, without waiting for it
     * @param certificates the server's
     */
    public Engine(ServerSettings settings, ControllableClock clock, Runnable shutdown, CertificateSource certificates) {
        StoreRules rules = settings.storeRules();
        this.settings = settings;
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
        ItemWriter writer = new ItemWriter(store, rules, counters);
        this.items = new DirectAccess(store, writer, rules, timekeeper);
        PrefixStatistics prefixes = new PrefixStatistics(settings.statistics());
        HitCounting hits = new HitCounting(rules, counters);
        this.cluster = new ClusterHandler(settings.cluster());
        this.storage = new StorageHandler(store, writer, rules, counters, prefixes, log, timekeeper);
        this.retrieval = new RetrievalHandler(store, hits, prefixes, timekeeper, cluster);
        Arithmetic arithmetic = new Arithmetic(store, rules, counters);
        InitialNumber initialNumber = new InitialNumber(store, rules, log);
        this.keys = new KeyHandler(store, rules, arithmetic, initialNumber, hits, counters, prefixes, log, timekeeper);
        this.metaGet = new MetaGetHandler(settings.traits(), store, rules, hits, timekeeper);
        this.metaStore = new MetaStoreHandler(settings.traits(), writer, timekeeper);
        this.metaDelete = new MetaDeleteHandler(store, rules, counters, log, timekeeper);
        this.metaArithmetic =
                new MetaArithmeticHandler(settings.traits(), store, arithmetic, initialNumber, counters, timekeeper);
        this.metaDebug = new MetaDebugHandler(settings.traits(), store, rules, counters);
        this.authentication = new AuthenticationHandler(settings, rules, counters);
        this.tuning = new Tuning(settings);
        this.server = new ServerHandler(settings, store, counters, timekeeper, tuning, shutdown, certificates);
        this.memory = new MemoryHandler(settings, store, tuning, new DumpHandler(settings, store, rules, timekeeper));
        this.debugging = new DebugHandler(store, timekeeper);
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
        store.lru(settings.memory().lru());
        store.limitMemory(settings.memory().limit());
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
        return items;
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
            return authentication.refuse(attempt);
        }
        if (!(command instanceof Command.WithValue withValue)) {
            return null;
        }
        log.speaking(session);
        try {
            return storage.refuse(withValue, counting, now);
        } finally {
            log.speaking(null);
        }
    }

    /** Takes note that a data block has come that was welcome, whether it turned out good or bad. */
    public void dataHasCome(Command.WithData command, StoreCounting counting) {
        if (command instanceof Command.WithValue withValue) {
            storage.dataHasCome(withValue, counting);
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
        return storage.fail(command, CommandError.BAD_DATA_CHUNK);
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
            return retrieval.get(get, now);
        } else if (command instanceof Command.Storage complete) {
            return storage.store(complete, now);
        } else if (command instanceof Command.Invalid invalid) {
            return new Reply.Failure(invalid.error());
        } else if (command instanceof Command.Arithmetic arithmetic) {
            return keys.arithmetic(arithmetic, now);
        } else if (command instanceof Command.Delete delete) {
            return keys.delete(delete, now);
        } else if (command instanceof Command.Touch touch) {
            return keys.touch(touch, now);
        } else if (command instanceof Command.GetAndTouch getAndTouch) {
            return retrieval.getAndTouch(getAndTouch, now);
        } else if (command instanceof Command.MetaGet get) {
            return metaGet.get(get, now);
        } else if (command instanceof Command.MetaStore complete) {
            return metaStore.store(complete, now);
        } else if (command instanceof Command.MetaDelete delete) {
            return metaDelete.delete(delete, now);
        } else if (command instanceof Command.MetaArithmetic metaArithmetic) {
            return this.metaArithmetic.apply(metaArithmetic, now);
        } else if (command instanceof Command.MetaDebug metaDebug) {
            return this.metaDebug.describe(metaDebug, now);
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
            return debugging.execute(debugCommand, session, now);
        } else if (command instanceof AuthenticationCommand attempt) {
            return authentication.execute(attempt, session);
        } else if (command instanceof Command.RefreshCertificates refreshCertificates) {
            return server.refreshCertificates(refreshCertificates, now);
        } else if (command instanceof Command.Shutdown shutdown) {
            return server.shutdown(shutdown);
        } else if (command instanceof MemoryCommand memoryCommand) {
            return memory.execute(memoryCommand, now);
        } else if (command instanceof Command.ClusterConfiguration) {
            return cluster.configuration();
        } else if (command instanceof Command.Watch watch) {
            return server.watch(watch, watchers, session);
        } else if (command instanceof Command.HangUp) {
            return new Reply.Abort();
        }
        return new Reply.Close();
    }
}
