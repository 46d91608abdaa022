package io.github.fakecached.conformance.target;

import io.github.fakecached.conformance.wire.Dialect;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a target can do, found out by asking it and not by its name.
 *
 * @param version the release of memcached whose answers are expected of it
 * @param timeTravel how time can be made to pass on it
 * @param says the version that it says it has
 * @param dialects what it speaks
 * @param remarks how it is set, where that is not as usual
 */
public record Capabilities(
        ServerVersion version, TimeTravel timeTravel, String says, Set<Dialect> dialects, List<String> remarks) {

    /** Keeps copies. */
    public Capabilities {
        dialects = Set.copyOf(dialects);
        remarks = List.copyOf(remarks);
    }

    /** Those of a memcached that speaks everything. */
    public Capabilities(ServerVersion version, TimeTravel timeTravel) {
        this(version, timeTravel, version.toString(), EnumSet.allOf(Dialect.class), List.of());
    }
}
