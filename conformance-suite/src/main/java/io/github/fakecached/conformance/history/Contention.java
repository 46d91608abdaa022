package io.github.fakecached.conformance.history;

import io.github.fakecached.conformance.model.Answer;
import io.github.fakecached.conformance.model.ItemCommand;
import io.github.fakecached.conformance.model.ItemCommand.Verb;
import io.github.fakecached.conformance.target.Target;
import io.github.fakecached.conformance.wire.Dialect;
import io.github.fakecached.conformance.wire.Escapes;
import io.github.fakecached.conformance.wire.RawConnection;
import io.github.fakecached.conformance.wording.Wording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Several connections to one server that send commands about the same keys at the same time, in bursts. Writes down when what was
 * sent and answered; judges nothing. Before and after a burst nothing is under way.
 */
public final class Contention implements AutoCloseable {

    private static final long LIMIT_SECONDS = 30;

    private final List<Speaker> speakers = new ArrayList<>();
    private final ExecutorService threads;
    private final Map<String, Set<String>> shown = new HashMap<>();

    /** Opens a connection for each of the dialects. */
    public Contention(Target target, List<Dialect> dialects) {
        threads = Executors.newFixedThreadPool(dialects.size(), work -> {
            var thread = new Thread(work, "contention");
            thread.setDaemon(true);
            return thread;
        });
        try {
            for (var dialect : dialects) {
                speakers.add(new Speaker(speakers.size(), target.connect(dialect), Wording.of(dialect)));
            }
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    /**
     * Has each connection send its commands one after the other, all connections at once, and gives the history of each key. The
     * unique of a cas is that which its connection was shown last; where there was none it only looks.
     *
     * @throws AssertionError if one gets no answer
     */
    public List<History> burst(List<List<ItemCommand>> commands) {
        var keys = commands.stream()
                .flatMap(List::stream)
                .map(ItemCommand::key)
                .distinct()
                .toList();
        var starts = keys.stream().map(this::look).toList();
        var operations = all(commands);
        return starts.stream().map(start -> end(start, operations)).toList();
    }

    /** How it stands with a key before a burst. */
    private record Start(String key, Optional<SeenItem> item, Set<String> shown) {}

    private Start look(String key) {
        var item = speakers.get(0).look(key);
        var uniques = shown.computeIfAbsent(key, first -> new HashSet<>());
        item.ifPresent(seen -> uniques.add(seen.unique()));
        return new Start(key, item, uniques);
    }

    private History end(Start start, List<Operation> operations) {
        var own = operations.stream()
                .filter(operation -> operation.command().key().equals(start.key()))
                .toList();
        var history = new History(start.item(), start.shown(), own);
        shown.put(start.key(), history.shownAfter());
        return history;
    }

    private List<Operation> all(List<List<ItemCommand>> commands) {
        var start = new CyclicBarrier(commands.size());
        var work = new ArrayList<Callable<List<Operation>>>();
        for (int i = 0; i < commands.size(); i++) {
            var speaker = speakers.get(i);
            var own = commands.get(i);
            work.add(() -> speaker.sayAll(own, start));
        }
        var operations = new ArrayList<Operation>();
        try {
            for (var done : threads.invokeAll(work, LIMIT_SECONDS, TimeUnit.SECONDS)) {
                operations.addAll(done.get(0, TimeUnit.SECONDS));
            }
        } catch (ExecutionException e) {
            throw new AssertionError("a connection got no answer: " + e.getCause(), e.getCause());
        } catch (TimeoutException | CancellationException e) {
            throw new AssertionError("not all was answered within " + LIMIT_SECONDS + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
        return operations;
    }

    @Override
    public void close() {
        threads.shutdownNow();
        speakers.forEach(speaker -> speaker.connection.close());
    }

    /** One connection, and the uniques it was shown. */
    private static final class Speaker {

        private final int number;
        private final RawConnection connection;
        private final Wording wording;
        private final Map<String, String> uniques = new HashMap<>();

        private Speaker(int number, RawConnection connection, Wording wording) {
            this.number = number;
            this.connection = connection;
            this.wording = wording;
        }

        private List<Operation> sayAll(List<ItemCommand> commands, CyclicBarrier start)
                throws InterruptedException, BrokenBarrierException, TimeoutException {
            start.await(LIMIT_SECONDS, TimeUnit.SECONDS);
            return commands.stream().map(this::say).toList();
        }

        private Optional<SeenItem> look(String key) {
            return SeenItem.of(hear(ItemCommand.of(Verb.GETS, key)));
        }

        private Operation say(ItemCommand wanted) {
            var unique = uniques.get(wanted.key());
            ItemCommand command = wanted;
            if (wanted.verb() == Verb.CAS) {
                command = unique == null
                        ? ItemCommand.of(Verb.GETS, wanted.key())
                        : ItemCommand.cas(wanted.key(), wanted.flags(), wanted.argument(), unique);
            }
            long sent = System.nanoTime();
            Answer answer = hear(command);
            return new Operation(number, command, answer, sent, System.nanoTime());
        }

        private Answer hear(ItemCommand command) {
            var reply = connection.ask(wording.request(command), wording::isWhole);
            if (!wording.isWhole(reply)) {
                throw new AssertionError("connection closed after " + Escapes.escape(reply));
            }
            Answer answer = wording.answer(command, reply);
            if (!answer.unique().isEmpty()) {
                uniques.put(command.key(), answer.unique());
            }
            return answer;
        }
    }
}
