package io.github.fakecached.junit;

import org.jspecify.annotations.Nullable;

/** Closes several things, the later ones too if an earlier one fails, and then throws the first failure with the others. */
final class CloseAll {

    private CloseAll() {}

    static void of(Iterable<Runnable> closings) {
        RuntimeException failure = null;
        for (Runnable closing : closings) {
            try {
                closing.run();
            } catch (RuntimeException e) {
                failure = joined(failure, e);
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private static RuntimeException joined(@Nullable RuntimeException first, RuntimeException next) {
        if (first == null) {
            return next;
        }
        first.addSuppressed(next);
        return first;
    }
}
