package io.github.fakecached.internal.net;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.Future;

/**
 * The open connections of a node, and what keeps it from serving them: it may be paused, as a process is by SIGSTOP, or
 * partitioned, as by a cable that is cut. To be changed on the node's event loop only. Knows nothing of what is served.
 */
public final class Connections {

    private final EventLoop loop;
    private final Listeners listeners;
    private final ChannelGroup open;
    private volatile boolean paused;
    private volatile boolean partitioned;

    Connections(EventLoop loop, Listeners listeners) {
        this.loop = loop;
        this.listeners = listeners;
        this.open = new DefaultChannelGroup(loop);
    }

    /** Takes in a connection that has no handlers yet. */
    void add(Channel channel) {
        open.add(channel);
        if (paused || partitioned) {
            update(channel);
        }
    }

    /** Leaves everything to the operating system, which accepts connections and keeps what clients send. */
    public void pause() {
        paused = true;
        update();
    }

    /** Goes on with everything that waits since {@link #pause}. */
    public void resume() {
        paused = false;
        update();
    }

    /** Drops everything that is sent, in both directions. */
    public void partition() {
        partitioned = true;
        update();
    }

    /** Drops nothing any more, and resets the connections over which something was dropped. */
    public void heal() {
        partitioned = false;
        update();
    }

    boolean isPaused() {
        return paused;
    }

    boolean isPartitioned() {
        return partitioned;
    }

    /** Closes them all, from any thread; when that is done the sockets may still need the loop's next select. */
    Future<?> close(boolean reset) {
        Future<?> closed = open.newCloseFuture();
        loop.execute(() -> open.forEach(channel -> {
            if (reset) {
                AbruptEnd.reset(channel);
            } else if (paused || partitioned) {
                AbruptEnd.close(channel);
            } else {
                channel.close();
            }
        }));
        return closed;
    }

    /**
     * Has everything be as it is to be now; also to be called when ports are opened. A paused node that is cut off, too, has to
     * read so that what is sent to it is lost.
     */
    void update() {
        listeners.accept(partitioned || !paused);
        open.forEach(this::update);
    }

    private void update(Channel channel) {
        OutageHandler outage = channel.pipeline().get(OutageHandler.class);
        if (paused || partitioned) {
            if (outage == null) {
                outage = new OutageHandler();
                channel.pipeline().addFirst(outage);
            }
            outage.drop(partitioned);
        } else if (outage != null) {
            channel.pipeline().remove(outage);
        }
    }
}
