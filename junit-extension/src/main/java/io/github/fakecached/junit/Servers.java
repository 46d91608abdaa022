package io.github.fakecached.junit;

import io.github.fakecached.ConnectionSettings;
import io.github.fakecached.FakeCluster;
import io.github.fakecached.clock.ControllableClock;

/** The servers of a fixture: fakes, or real ones. Safe for use by several threads. */
interface Servers extends AutoCloseable {

    /** The fakes; fails the test if they are none. */
    FakeCluster cluster();

    /** How to connect to one. */
    ConnectionSettings connectionSettings(String node);

    /** How to connect to all. */
    ConnectionSettings connectionSettings();

    /** The clock of all. */
    ControllableClock clock();

    /** Repairs what a test has broken, and says whether connections were lost by that. */
    boolean repair();

    /** Makes them as new, as far as they can be. */
    void reset();

    @Override
    void close();
}
