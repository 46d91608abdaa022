package io.github.fakecached.internal.net;

import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.Promise;
import java.util.concurrent.TimeUnit;

/**
 * The threads of all fakes in this JVM. They are daemons and are never stopped, so that starting one more fake costs no thread
 * and stopping one costs no wait.
 */
public final class SharedEventLoops {

    private static final int THREADS =
            Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors()));

    // deprecated since Netty 4.2 only, and users may bring Netty 4.1, which has nothing else
    @SuppressWarnings("deprecation")
    private static final EventLoopGroup LOOPS =
            new NioEventLoopGroup(THREADS, new DefaultThreadFactory("fakecached", true));

    private SharedEventLoops() {}

    /** Makes them, unless that is done: for a process that has something else to do until its first fake starts. */
    public static void prepare() {
        next();
    }

    static EventLoop next() {
        return LOOPS.next();
    }

    /**
     * Waits until a loop has selected again, which has two effects: all that had come to its sockets before is dealt with, and the
     * sockets of closed channels are closed, which Java puts off until then. What the loop schedules runs after that.
     */
    static void awaitSelect(EventLoop loop) {
        Promise<Boolean> selected = loop.newPromise();
        loop.execute(() -> loop.schedule(() -> selected.setSuccess(true), 0, TimeUnit.NANOSECONDS));
        TimeLimit.await(selected, "the next select");
    }
}
