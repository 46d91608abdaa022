package io.github.fakecached.benchmark.sidebyside;

import io.github.fakecached.FakeMemcached;
import io.github.fakecached.MemcachedVersion;

/** The fake as a process of its own: takes a port, a version, and how many exchanges the journal keeps. */
final class FakeServer {

    private FakeServer() {}

    public static void main(String[] args) throws InterruptedException {
        FakeMemcached memcached = FakeMemcached.builder()
                .port(Integer.parseInt(args[0]))
                .version(MemcachedVersion.of(args[1]))
                .memoryLimit(1024L * 1024 * 1024)
                .start();
        memcached.journal().setCapacity(Integer.parseInt(args[2]));
        Thread.currentThread().join();
    }
}
