package io.github.fakecached.internal.net;

import io.github.fakecached.internal.engine.Engine;
import io.netty.channel.EventLoop;

/**
 * A reset that the node's thread has yet to do. Whoever asks for it need not wait, since the node does it before anything that
 * comes then: connections, bytes, and calls from other threads. What came before, and is held back, it does not know of.
 */
final class PendingReset {

    private final Engine engine;
    private final EventLoop loop;
    private volatile boolean due;
    private long startedAt;

    PendingReset(Engine engine, EventLoop loop) {
        this.engine = engine;
        this.loop = loop;
    }

    /**
     * Has the engine reset. Not to be called by the node's thread.
     *
     * @param unixTime since when the server is to run, in seconds
     */
    synchronized void ask(long unixTime) {
        startedAt = unixTime;
        due = true;
        loop.execute(this::doIfDue);
    }

    /** Does it now, if it was asked for. To be called by the node's thread, and before it deals with anything new. */
    void doIfDue() {
        if (due) {
            due = false;
            engine.reset(startedAt);
        }
    }
}
