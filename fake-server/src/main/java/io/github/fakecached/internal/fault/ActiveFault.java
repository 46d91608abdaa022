package io.github.fakecached.internal.fault;

import io.github.fakecached.fault.Fault;
import io.github.fakecached.fault.FaultRule;
import io.github.fakecached.fault.InstalledFault;
import io.github.fakecached.fault.Occurrence;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A fault in force: counts what comes by, picks from it, and knows who waits for it to be over. Does nothing to anybody: whoever
 * asked does.
 */
public class ActiveFault implements InstalledFault {

    private final FaultRule rule;
    private final Consumer<ActiveFault> removal;
    private final Random chance;
    private final Set<Runnable> waiting = new LinkedHashSet<>();
    private long seen;
    private long hits;
    private boolean over;

    ActiveFault(FaultRule rule, Consumer<ActiveFault> removal) {
        this.rule = rule;
        this.removal = removal;
        this.chance = new Random(rule.occurrence().seed());
    }

    @Override
    public final FaultRule rule() {
        return rule;
    }

    /** What happens. */
    public final Fault fault() {
        return rule.fault();
    }

    /** Where it happens, and what, in words. */
    public final String inWords() {
        return rule.point() + " " + rule.fault();
    }

    @Override
    public final synchronized long hits() {
        return hits;
    }

    @Override
    public final void remove() {
        removal.accept(this);
        end();
    }

    /** Whether nobody has to wait for it. */
    public final synchronized boolean isOver() {
        return over;
    }

    /** Has something run when the fault is over; at once if it is. */
    public final void whenOver(Runnable goesOn) {
        synchronized (this) {
            if (!over) {
                waiting.add(goesOn);
                return;
            }
        }
        goesOn.run();
    }

    /** Has something not run any more. */
    public final synchronized void forget(Runnable goesOn) {
        waiting.remove(goesOn);
    }

    /** Counts one that matches; true if it is picked. */
    final synchronized boolean picks(boolean available) {
        seen++;
        Occurrence asked = rule.occurrence();
        boolean picked = (asked.nth() == 0 || asked.nth() == seen)
                && seen % asked.every() == 0
                && hits < asked.times()
                && (asked.probability() >= 1 || chance.nextDouble() < asked.probability());
        if (!picked || !available) {
            return false;
        }
        hits++;
        notifyAll();
        return true;
    }

    /** Nobody waits for it any more, now or later. */
    final void end() {
        List<Runnable> released;
        synchronized (this) {
            over = true;
            released = new ArrayList<>(waiting);
            waiting.clear();
        }
        released.forEach(Runnable::run);
    }

    @Override
    public final synchronized String toString() {
        return rule + " (" + (hits == 1 ? "1 hit" : hits + " hits") + ")";
    }
}
