package io.github.fakecached.junit;

import io.github.fakecached.ConnectionSettings;
import io.github.fakecached.FakeCluster;
import io.github.fakecached.clock.ControllableClock;
import java.util.List;

/** Real servers, borrowed from the pool: they are flushed, and their clock goes forward only. */
final class RealServers implements Servers {

    private final RealSettings settings;
    private final List<RealServer> servers;
    private final RealServerPool pool;
    private volatile ControllableClock clock;

    RealServers(RealSettings settings, List<RealServer> servers, RealServerPool pool) {
        this.settings = settings;
        this.servers = servers;
        this.pool = pool;
        this.clock = RealClock.of(servers);
        flush();
    }

    @Override
    public FakeCluster cluster() {
        throw FakeOnly.because(FakeOnly.NO_INSIDES);
    }

    @Override
    public ConnectionSettings connectionSettings(String node) {
        int index = settings.nodes().indexOf(node);
        if (index < 0) {
            throw new IllegalArgumentException("there is no node " + node + ", only " + settings.nodes());
        }
        return settings.connectTo(List.of(servers.get(index).address()));
    }

    @Override
    public ConnectionSettings connectionSettings() {
        return settings.connectTo(servers.stream().map(RealServer::address).toList());
    }

    @Override
    public ControllableClock clock() {
        return clock;
    }

    /** Nothing that a test can reach breaks them. */
    @Override
    public boolean repair() {
        return false;
    }

    @Override
    public void reset() {
        flush();
        clock = RealClock.of(servers);
    }

    @Override
    public void close() {
        pool.giveBack(settings, servers);
    }

    private void flush() {
        servers.forEach(RealServer::flush);
    }
}
