package io.github.fakecached.cli;

/** Settings that make the process start sooner. They hold for the whole JVM, so a library must not make them. */
final class StartUp {

    private StartUp() {}

    /** To be called before the first class of Netty is loaded. */
    static void prepare() {
        System.setProperty("io.netty.jfr.enabled", "false");
        System.setProperty("io.netty.leakDetection.level", "disabled");
    }
}
