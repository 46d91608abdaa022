package io.github.fakecached.internal.engine;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.fakecached.internal.command.CommandError;
import io.github.fakecached.internal.command.StatisticsCommand;
import io.github.fakecached.internal.reply.Outcome;
import io.github.fakecached.internal.reply.Refusal;
import io.github.fakecached.internal.reply.Reply;
import io.github.fakecached.internal.store.Counters;
import io.github.fakecached.internal.store.LruSegment;
import io.github.fakecached.internal.store.Store;
import java.util.List;

/** Carries out {@code stats} and its kinds. */
final class StatisticsHandler {

    private static final String END = "END\r\n";

    private final ServerSettings settings;
    private final Store store;
    private final Counters counters;
    private final PrefixStatistics prefixes;
    private final SizeTracking sizes;
    private final Sessions sessions;
    private final Timekeeper timekeeper;
    private final Tuning tuning;
    private final ServerHandler server;
    private List<Endpoint> listeners = List.of();

    StatisticsHandler(
            ServerSettings settings,
            Store store,
            Counters counters,
            PrefixStatistics prefixes,
            Sessions sessions,
            Timekeeper timekeeper,
            Tuning tuning,
            ServerHandler server) {
        this.settings = settings;
        this.store = store;
        this.counters = counters;
        this.prefixes = prefixes;
        this.sizes = new SizeTracking(settings, store);
        this.sessions = sessions;
        this.timekeeper = timekeeper;
        this.tuning = tuning;
        this.server = server;
    }

    void listensOn(List<Endpoint> addresses) {
        listeners = addresses;
    }

    /** Begins as the server was started, but for counters. */
    void reset() {
        prefixes.reset();
        sizes.reset();
    }

    Reply of(String kind, Session asking, long now) {
        return switch (kind) {
            case "" -> new Reply.Statistics(general(now));
            case "settings" ->
                new Reply.Statistics(SettingsReport.of(
                        settings,
                        store,
                        tuning,
                        port(Transport.TCP),
                        port(Transport.UDP),
                        prefixes.isEnabled(),
                        sizes.isTracking()));
            case "items" -> new Reply.Statistics(new ItemsReport(store.memoryUse(), store.lru(), counters).at(now));
            case "slabs" -> new Reply.Statistics(SlabsReport.of(store.memoryUse(), counters));
            case "sizes" -> sizes.report();
            case "conns" ->
                new Reply.Statistics(ConnectionsReport.of(
                        sessions, listeners, asking, timekeeper.time().uptime(now)));
            case "extstore" -> new Reply.Statistics(List.of());
            case "sizes_enable", "sizes_disable" -> trackSizes(kind.equals("sizes_enable"));
            case "reset" -> {
                counters.reset();
                prefixes.clear();
                yield Outcome.RESET.reply();
            }
            default -> new Reply.Failure(CommandError.UNKNOWN);
        };
    }

    /** The port of the first socket of a kind; if there is none, 0, or that for TCP that a Unix domain socket took the place of. */
    private int port(Transport transport) {
        return listeners.stream()
                .filter(listener -> listener.transport() == transport)
                .mapToInt(Endpoint::port)
                .findFirst()
                .orElse(
                        transport == Transport.TCP
                                ? settings.listening()
                                        .listeners()
                                        .get(0)
                                        .address()
                                        .getPort()
                                : 0);
    }

    Reply execute(StatisticsCommand command) {
        boolean dump = settings.permissions().dump();
        if (command instanceof StatisticsCommand.ListItems listItems) {
            return dump ? listItems(listItems) : Refusal.CACHEDUMP_NOT_ALLOWED.reply();
        }
        if (!dump && settings.traits().dumpIncludesDetail()) {
            return Refusal.DETAIL_NOT_ALLOWED.reply();
        }
        if (command instanceof StatisticsCommand.SwitchDetail detail) {
            prefixes.enable(detail.on());
            return Outcome.OK.reply();
        }
        return command instanceof StatisticsCommand.DumpDetail
                ? new Reply.Lines(prefixes.dump(), "\r\n", END)
                : new Reply.Failure(CommandError.BAD_DETAIL);
    }

    private Reply trackSizes(boolean on) {
        if (!settings.traits().sizesTrackedByUnique()) {
            return new Reply.Failure(CommandError.UNKNOWN);
        }
        return on ? sizes.enable() : sizes.disable();
    }

    private Reply listItems(StatisticsCommand.ListItems command) {
        if (command.error() != null) {
            return new Reply.Failure(command.error());
        }
        List<String> lines = store.memoryUse().newest(command.slabClass(), LruSegment.COLD, command.most()).stream()
                .map(item -> "ITEM " + new String(item.keyAndValue(), 0, item.keyLength(), ISO_8859_1) + " ["
                        + item.valueLength() + " b; "
                        + (item.exptime() == 0 ? 0 : timekeeper.time().toUnixTime(item.exptime())) + " s]")
                .toList();
        return new Reply.Lines(lines, "\r\n", END);
    }

    List<Reply.Statistic> general(long now) {
        return new GeneralReport(settings, store, counters, sessions)
                .of(timekeeper.time(), now, now - server.certificatesReadAt());
    }
}
