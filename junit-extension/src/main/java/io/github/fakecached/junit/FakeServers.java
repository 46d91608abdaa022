package io.github.fakecached.junit;

import io.github.fakecached.ConnectionSettings;
import io.github.fakecached.FakeCluster;
import io.github.fakecached.clock.ControllableClock;

/** Fakes, which can do all that a test may want. */
record FakeServers(FakeCluster cluster) implements Servers {

    @Override
    public ConnectionSettings connectionSettings(String node) {
        return cluster.node(node).connectionSettings();
    }

    @Override
    public ConnectionSettings connectionSettings() {
        return cluster.connectionSettings();
    }

    @Override
    public ControllableClock clock() {
        return cluster.clock();
    }

    @Override
    public boolean repair() {
        return cluster.repair();
    }

    @Override
    public void reset() {
        cluster.reset();
    }

    @Override
    public void close() {
        cluster.close();
    }
}
