package io.github.fakecached.internal.net;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import io.netty.util.concurrent.PromiseCombiner;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The open connections of a node, and what keeps it from serving them: it may be paused, as a process is by SIGSTOP, or
 * partitioned, as by a cable that is cut. To be changed on the node's event loop only. Knows nothing of what is served.
 */
public final class Connections {

    private final EventLoop loop;
    private final Listeners listeners;
    private final ChannelFutureListener remover = closed -> remove(closed.channel());
    private Set<Channel> open = Set.of();
    private volatile boolean paused;
    private volatile boolean partitioned;

    Connections(EventLoop loop, Listeners listeners) {
        this.loop = loop;
        this.listeners = listeners;
    }

    /** Takes in a connection that has no handlers yet. */
    void add(Channel channel) {
        if (open.isEmpty()) {
            open = new HashSet<>();
        }
        open.add(channel);
        channel.closeFuture().addListener(remover);
        if (paused || partitioned) {
            update(channel);
        }
    }

    private void remove(Channel channel) {
        open.remove(channel);
        if (open.isEmpty()) {
            open = Set.of();
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
        Promise<Void> closed = loop.newPromise();
        loop.execute(() -> {
            PromiseCombiner all = new PromiseCombiner(loop);
            for (Channel channel : List.copyOf(open)) {
                all.add((Future<?>) channel.closeFuture());
                close(channel, reset);
            }
            all.finish(closed);
        });
        return closed;
    }

    private void close(Channel channel, boolean reset) {
        if (reset) {
            AbruptEnd.reset(channel);
        } else if (paused || partitioned) {
            AbruptEnd.close(channel);
        } else {
            channel.close();
        }
    }

    /**
     * Has everything be as it is to be now; also to be called when ports are opened. A paused node that is cut off, too, has to
     * read so that what is sent to it is lost.
     */
    void update() {
        listeners.accept(partitioned || !paused);
        List.copyOf(open).forEach(this::update);
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
