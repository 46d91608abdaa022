package io.github.fakecached.internal.net;

import io.github.fakecached.clock.ControllableClock;
import io.github.fakecached.internal.engine.Session;
import io.github.fakecached.internal.engine.Sessions;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes the connections of a node that have been idle for longer than the timeout, by the fake's clock. It looks when the clock
 * is moved and, if that runs, when the next connection could be due; while the clock stands still it does nothing. Knows neither
 * requests nor replies.
 */
final class IdleTimeout {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final int seconds;
    private final EventLoop loop;
    private final ControllableClock clock;
    private final Sessions sessions;
    private final Set<Connection> connections = new LinkedHashSet<>();
    private final Runnable clockListener;
    private @Nullable Future<?> nextLook;

    IdleTimeout(int seconds, EventLoop loop, ControllableClock clock, Sessions sessions) {
        this.seconds = seconds;
        this.loop = loop;
        this.clock = clock;
        this.sessions = sessions;
        this.clockListener = () -> loop.execute(this::look);
    }

    void start() {
        clock.addListener(clockListener);
    }

    void stop() {
        clock.removeListener(clockListener);
    }

    /** A handler that puts a connection under this timeout as long as it is open. */
    ChannelHandler of(Session session) {
        return new Connection(session);
    }

    private void look() {
        cancelNextLook();
        for (Connection connection : List.copyOf(connections)) {
            connection.closeIfIdle();
        }
        if (!connections.isEmpty() && !clock.isPaused()) {
            nextLook = loop.schedule(this::look, nanosUntilNextLook(), TimeUnit.NANOSECONDS);
        }
    }

    private long nanosUntilNextLook() {
        long longest = connections.stream()
                .mapToLong(connection -> sessions.secondsSinceCommand(connection.session))
                .max()
                .orElse(0);
        long due = Math.max(1, seconds + 1 - longest);
        return due * NANOS_PER_SECOND - clock.phase().toNanos();
    }

    private void cancelNextLook() {
        if (nextLook != null) {
            nextLook.cancel(false);
            nextLook = null;
        }
    }

    private final class Connection extends ChannelInboundHandlerAdapter {

        private final Session session;
        private @Nullable ChannelHandlerContext context;

        Connection(Session session) {
            this.session = session;
        }

        void closeIfIdle() {
            if (context != null && !session.isBusy() && sessions.secondsSinceCommand(session) > seconds) {
                connections.remove(this);
                sessions.closedForIdleness(session);
                context.close();
            }
        }

        @Override
        public void channelActive(ChannelHandlerContext context) {
            this.context = context;
            connections.add(this);
            if (nextLook == null) {
                look();
            }
            context.fireChannelActive();
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            connections.remove(this);
            if (connections.isEmpty()) {
                cancelNextLook();
            }
            context.fireChannelInactive();
        }
    }
}
