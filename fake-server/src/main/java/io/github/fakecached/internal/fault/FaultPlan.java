package io.github.fakecached.internal.fault;

import io.github.fakecached.fault.Fault;
import io.github.fakecached.fault.FaultPoint;
import io.github.fakecached.fault.FaultRule;
import io.github.fakecached.fault.Faults;
import io.github.fakecached.fault.InstalledFault;
import io.github.fakecached.internal.exchange.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The faults of one node: says what happens to a request or a connection at a point. Asked by the node's thread, changed by
 * any.
 */
public final class FaultPlan implements Faults {

    private final Runnable changed;
    private boolean used;
    private volatile List<ActiveFault> active = List.of();

    /**
     * A plan without faults.
     *
     * @param changed called, by whoever changes it, once connections are to be refused or accepted again
     */
    public FaultPlan(Runnable changed) {
        this.changed = changed;
    }

    @Override
    public InstalledFault install(FaultRule rule) {
        ActiveFault fault = rule.fault() instanceof Fault.Hold
                ? new ActiveGate(rule, this::remove)
                : new ActiveFault(rule, this::remove);
        synchronized (this) {
            used = true;
            List<ActiveFault> more = new ArrayList<>(active);
            more.add(fault);
            active = List.copyOf(more);
        }
        changed(rule);
        return fault;
    }

    @Override
    public List<InstalledFault> list() {
        return List.copyOf(active);
    }

    @Override
    public void clear() {
        active.forEach(ActiveFault::remove);
    }

    /** As {@link #clear()}; whether there was any fault since it was called last, which may have held back a request. */
    public boolean reset() {
        boolean were;
        synchronized (this) {
            were = used;
            used = false;
        }
        clear();
        return were;
    }

    private void remove(ActiveFault fault) {
        synchronized (this) {
            active = active.stream().filter(other -> other != fault).toList();
        }
        changed(fault.rule());
    }

    private void changed(FaultRule rule) {
        if (rule.fault() instanceof Fault.Refuse) {
            changed.run();
        }
    }

    /** Whether there is none: then nothing need be asked. */
    public boolean isEmpty() {
        return active.isEmpty();
    }

    /** Whether the ports are to be closed. */
    public boolean refusesConnections() {
        return active.stream().anyMatch(fault -> fault.fault() instanceof Fault.Refuse);
    }

    /** What happens to a connection that was opened; null if nothing does. */
    public @Nullable ActiveFault connecting() {
        return pick(fault -> fault.rule().point() == FaultPoint.CONNECT && !(fault.fault() instanceof Fault.Refuse));
    }

    /** What happens to a request whose data, if it brings any, is yet to come; null if nothing does. */
    public @Nullable ActiveFault early(Request request) {
        return pick(fault -> fault.fault() instanceof Fault.EarlyReply && matches(fault, request));
    }

    /** What happens to a request that is complete, at one of the later points; null if nothing does. */
    public @Nullable ActiveFault at(FaultPoint point, Request request) {
        return pick(fault -> fault.rule().point() == point
                && !(fault.fault() instanceof Fault.EarlyReply)
                && matches(fault, request));
    }

    private @Nullable ActiveFault pick(Predicate<ActiveFault> matching) {
        ActiveFault picked = null;
        for (ActiveFault fault : active) {
            if (matching.test(fault) && fault.picks(picked == null)) {
                picked = fault;
            }
        }
        return picked;
    }

    private static boolean matches(ActiveFault fault, Request request) {
        return fault.rule().matcher().matches(request.name(), request.dialect(), request.connection(), request.keys());
    }
}
