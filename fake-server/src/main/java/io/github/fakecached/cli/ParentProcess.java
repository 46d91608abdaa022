package io.github.fakecached.cli;

import java.util.OptionalLong;

/**
 * The process that started this one. When it ends, in whatever way, the system gives this one another parent, which is how the
 * end is noticed. A signal could not tell: who is killed sends none. Nor could the end of standard input, which is not always a
 * pipe from the parent, nor asking whether a process of that number still runs, which is true for one that nobody has waited
 * for.
 */
final class ParentProcess {

    private static final long INTERVAL_MILLIS = 200;

    private ParentProcess() {}

    /** Has something done soon after the parent has ended. */
    static void whenGone(Runnable action) {
        OptionalLong parent = pid();
        if (parent.isEmpty()) {
            throw Refusal.ofSystem("--exit-with-parent: the system tells of no parent process");
        }
        Thread watch = new Thread(() -> awaitOther(parent, action), "fakecached-parent");
        watch.setDaemon(true);
        watch.start();
    }

    private static void awaitOther(OptionalLong parent, Runnable action) {
        try {
            while (pid().equals(parent)) {
                Thread.sleep(INTERVAL_MILLIS);
            }
            action.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // nobody interrupts it while the JVM runs on
        }
    }

    private static OptionalLong pid() {
        return ProcessHandle.current()
                .parent()
                .map(parent -> OptionalLong.of(parent.pid()))
                .orElse(OptionalLong.empty());
    }
}
