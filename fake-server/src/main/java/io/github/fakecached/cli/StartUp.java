package io.github.fakecached.cli;

import io.github.fakecached.internal.net.SharedEventLoops;

/** What makes the process start sooner. It holds for the whole JVM, so a library must not do it. */
final class StartUp {

    private StartUp() {}

    /**
     * To be called before the first class of Netty is loaded, which another thread begins to do here: it takes longer than to read
     * a command line. Who needs Netty before that is done waits until the class is initialized, as the JVM does it.
     */
    static void begin() {
        System.setProperty("io.netty.jfr.enabled", "false");
        System.setProperty("io.netty.leakDetection.level", "disabled");
        Thread loading = new Thread(SharedEventLoops::prepare, "fakecached-start");
        loading.setDaemon(true);
        loading.start();
    }
}
