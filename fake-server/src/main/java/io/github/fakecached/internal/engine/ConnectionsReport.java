package io.github.fakecached.internal.engine;

import io.github.fakecached.internal.reply.Reply;
import java.util.List;

/** What {@code stats conns} says of the listening sockets and of each open connection, by its file descriptor. */
final class ConnectionsReport {

    private ConnectionsReport() {}

    static List<Reply.Statistic> of(Sessions sessions, List<Endpoint> listeners, Session asking, long uptime) {
        StatisticList list = new StatisticList();
        int descriptor = sessions.firstDescriptor();
        for (Endpoint listener : listeners) {
            boolean udp = listener.transport() == Transport.UDP;
            list.prefix(descriptor++ + ":");
            if (udp) {
                list.add("UDP", "UDP");
            }
            list.add("addr", listener.address())
                    .add("state", udp ? "conn_read" : "conn_listening")
                    .add("secs_since_last_cmd", uptime);
        }
        for (Session session : sessions.open()) {
            list.prefix(session.descriptor() + ":")
                    .add("addr", session.client().address())
                    .add("listen_addr", session.listener().address())
                    .add("state", state(session, asking))
                    .add("secs_since_last_cmd", sessions.secondsSinceCommand(session));
        }
        return list.statistics();
    }

    private static String state(Session session, Session asking) {
        if (session == asking) {
            return "conn_parse_cmd";
        }
        return session.isBusy() ? "conn_nread" : "conn_read";
    }
}
