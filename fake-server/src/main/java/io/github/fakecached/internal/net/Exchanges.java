package io.github.fakecached.internal.net;

import io.github.fakecached.clock.ControllableClock;
import io.github.fakecached.internal.exchange.Recording;
import io.github.fakecached.internal.fault.FaultPlan;

/** What of a node looks at each request on its way. Shared by all its connections. */
final class Exchanges {

    private final Recording recording;
    private final FaultPlan faults;
    private final ControllableClock clock;
    private int connections;

    Exchanges(Recording recording, FaultPlan faults, ControllableClock clock) {
        this.recording = recording;
        this.faults = faults;
        this.clock = clock;
    }

    /** Whether anybody wants to know of requests; if not, none needs to be described. */
    boolean areObserved() {
        return recording.isOn() || !faults.isEmpty();
    }

    Recording recording() {
        return recording;
    }

    FaultPlan faults() {
        return faults;
    }

    ControllableClock clock() {
        return clock;
    }

    /** The number of the next connection. */
    int nextConnection() {
        return connections++;
    }
}
