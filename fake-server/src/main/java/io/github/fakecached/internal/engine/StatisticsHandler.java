package io.github.fakecached.internal.engine;

import io.github.fakecached.internal.command.CommandError;
import io.github.fakecached.internal.reply.Outcome;
import io.github.fakecached.internal.reply.Reply;
import io.github.fakecached.internal.store.Counters;
import io.github.fakecached.internal.store.Store;
import java.util.List;

/** Carries out {@code stats} and its kinds. */
final class StatisticsHandler {

    private final ServerSettings settings;
    private final Store store;
    private final Counters counters;
    private final Sessions sessions;
    private final Timekeeper timekeeper;
    private final Tuning tuning;
    private final ServerHandler server;
    private int port;
    private int udpPort;

    StatisticsHandler(
            ServerSettings settings,
            Store store,
            Counters counters,
            Sessions sessions,
            Timekeeper timekeeper,
            Tuning tuning,
            ServerHandler server) {
        this.settings = settings;
        this.store = store;
        this.counters = counters;
        this.sessions = sessions;
        this.timekeeper = timekeeper;
        this.tuning = tuning;
        this.server = server;
        this.port = settings.listening().listeners().get(0).address().getPort();
    }

    void listensOn(int actualPort, int actualUdpPort) {
        port = actualPort;
        udpPort = actualUdpPort;
    }

    Reply of(String kind, long now) {
        return switch (kind) {
            case "" -> new Reply.Statistics(general(now));
            case "settings" -> new Reply.Statistics(SettingsReport.of(settings, store, tuning, port, udpPort));
            case "reset" -> {
                counters.reset();
                yield Outcome.RESET.reply();
            }
            default -> new Reply.Failure(CommandError.UNKNOWN);
        };
    }

    List<Reply.Statistic> general(long now) {
        return new GeneralReport(settings, store, counters, sessions)
                .of(timekeeper.time(), now, now - server.certificatesReadAt());
    }
}
