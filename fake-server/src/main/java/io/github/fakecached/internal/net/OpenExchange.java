package io.github.fakecached.internal.net;

import io.github.fakecached.internal.command.Command;
import io.github.fakecached.internal.exchange.Request;
import io.github.fakecached.internal.reply.Reply;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A request that is on its way, from the moment in which it is understood to that in which its reply is written. */
final class OpenExchange {

    /** Of a reply so many bytes are kept. */
    static final int REPLY_MAX = 128;

    private final Exchanges exchanges;
    private final Request request;
    private final Instant time;
    private final long startedAt = System.nanoTime();

    OpenExchange(Exchanges exchanges, Request request) {
        this.exchanges = exchanges;
        this.request = request;
        this.time = exchanges.clock().now();
    }

    /**
     * Ends with the reply written.
     *
     * @param command with its data; null if that has not come
     * @param beginning the first bytes of what was written for it
     */
    void close(@Nullable Command command, Reply reply, byte[] beginning, long length) {
        if (exchanges.recording().isOn()) {
            exchanges.recording().add(request, time, startedAt, command, reply, beginning, length, null);
        }
    }
}
