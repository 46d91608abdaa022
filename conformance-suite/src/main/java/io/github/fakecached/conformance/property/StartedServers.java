package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.target.Startup;
import io.github.fakecached.conformance.target.Target;
import io.github.fakecached.conformance.target.TargetAbsent;
import java.util.EnumMap;
import java.util.Map;

/** The servers of a run that were started with options of their own, each when it is needed first, and all until its end. */
final class StartedServers implements AutoCloseable {

    private final Target like;
    private final Map<Startup, Target> started = new EnumMap<>(Startup.class);
    private final Map<Startup, TargetAbsent> absent = new EnumMap<>(Startup.class);

    StartedServers(Target like) {
        this.like = like;
    }

    /** The server that was started in this way. */
    Target with(Startup startup) throws TargetAbsent {
        var failed = absent.get(startup);
        if (failed != null) {
            throw failed;
        }
        var known = started.get(startup);
        if (known == null) {
            known = start(startup);
            started.put(startup, known);
        }
        return known;
    }

    /** What could not be started is not tried again: that would take as long each time. */
    private Target start(Startup startup) throws TargetAbsent {
        try {
            return like.startedWith(startup);
        } catch (TargetAbsent e) {
            absent.put(startup, e);
            throw e;
        }
    }

    @Override
    public void close() {
        started.values().forEach(Target::close);
    }
}
