package io.github.fakecached.conformance.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Makes calls of a client, on threads that can be given up, and writes down what came of them. A call that does not come back is
 * a broken rule, whatever the rule is about.
 */
final class CallLog implements AutoCloseable {

    private final List<String> lines = new ArrayList<>();
    private final Duration grace;
    private String lastLine = "";
    private int repeated;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "client under test");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * A log without calls.
     *
     * @param grace what a client may take longer than its timeout says; long, since the machine may be busy with other things
     */
    CallLog(Duration grace) {
        this.grace = grace;
    }

    /** Calls, and waits for what comes of it; no longer than a client with this timeout may take. */
    <T> Answer<T> call(String words, Duration timeout, Callable<T> call) {
        Future<T> result = threads.submit(call);
        Duration limit = timeout.plus(grace);
        try {
            T value = result.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            note(words + " → " + (value instanceof ClientUnderTest ? "a client" : Shown.of(value)));
            return new Answer<>(words, value, null);
        } catch (ExecutionException e) {
            return failed(words, Objects.requireNonNullElse(e.getCause(), e));
        } catch (TimeoutException e) {
            result.cancel(true);
            note(words + " → nothing");
            throw new AssertionError(words + " has not come back after " + limit.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted during " + words, e);
        }
    }

    private <T> Answer<T> failed(String words, Throwable failure) {
        note(words + " → " + inWords(failure));
        if (failure instanceof NotImplemented missing) {
            throw missing;
        }
        return new Answer<>(words, null, failure);
    }

    /** Starts something that makes calls, beside this thread. */
    <T> CompletableFuture<T> start(Callable<T> task) {
        CompletableFuture<T> result = new CompletableFuture<>();
        threads.execute(() -> {
            try {
                result.complete(task.call());
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        });
        return result;
    }

    /** Notes a call; one that says the same as the one before is counted. */
    private void note(String line) {
        synchronized (lines) {
            if (line.equals(lastLine)) {
                repeated++;
                lines.set(lines.size() - 1, line + "   (" + repeated + " times)");
            } else {
                lines.add(line);
                lastLine = line;
                repeated = 1;
            }
        }
    }

    /** The last calls, a line each. */
    String last(int most) {
        synchronized (lines) {
            return lines.isEmpty()
                    ? "no calls"
                    : String.join("\n", lines.subList(Math.max(0, lines.size() - most), lines.size()));
        }
    }

    /** The name and the message of a failure, or of what is behind it if it is but a wrapping. */
    static String inWords(Throwable thrown) {
        Throwable failure =
                thrown instanceof ExecutionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        StringBuilder words = new StringBuilder(failure.getClass().getSimpleName());
        if (failure.getMessage() != null) {
            words.append(": ").append(failure.getMessage().lines().findFirst().orElse(""));
        }
        return words.toString();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
