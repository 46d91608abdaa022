package io.github.fakecached.cli.admin;

import io.github.fakecached.fault.InstalledFault;
import java.util.Map;
import java.util.WeakHashMap;

/** Gives each fault a number of its own, by which it can be named where there are no references. Keeps none of them alive. */
final class FaultNumbers {

    /** A fault equals itself only, as it has no equality of its own. */
    private final Map<InstalledFault, Long> numbers = new WeakHashMap<>();

    private long last;

    /** The number of a fault, from 1, which is always the same. */
    synchronized long of(InstalledFault fault) {
        return numbers.computeIfAbsent(fault, unnumbered -> ++last);
    }
}
