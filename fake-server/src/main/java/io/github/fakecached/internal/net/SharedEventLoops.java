package io.github.fakecached.internal.net;

import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.util.concurrent.DefaultThreadFactory;

/**
 * The threads of all fakes in this JVM. They are daemons and are never stopped, so that starting one more fake costs no thread
 * and stopping one costs no wait.
 */
final class SharedEventLoops {

    private static final int THREADS =
            Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors()));

    // deprecated since Netty 4.2 only, and users may bring Netty 4.1, which has nothing else
    @SuppressWarnings("deprecation")
    private static final EventLoopGroup LOOPS =
            new NioEventLoopGroup(THREADS, new DefaultThreadFactory("fakecached", true));

    private SharedEventLoops() {}

    static EventLoop next() {
        return LOOPS.next();
    }
}
