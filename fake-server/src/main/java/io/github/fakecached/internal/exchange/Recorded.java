package io.github.fakecached.internal.exchange;

import io.github.fakecached.internal.command.AuthenticationCommand;
import io.github.fakecached.internal.command.Command;
import io.github.fakecached.internal.reply.Reply;
import io.github.fakecached.journal.Exchange;
import io.github.fakecached.journal.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of an exchange: little, and in the form in which it came by, since most are never looked at. Immutable.
 *
 * @param startedAt what {@link System#nanoTime()} gave when the request was understood
 * @param value the first bytes of what was to be stored; null if there is nothing
 * @param replyBeginning the first bytes of the reply
 */
record Recorded(
        long number,
        Instant time,
        long startedAt,
        Request request,
        byte @Nullable [] value,
        int valueLength,
        byte[] replyBeginning,
        long replyLength,
        Outcome outcome,
        List<byte[]> missedKeys,
        @Nullable String fault,
        long nanos) {

    /** Of more keys only the first are kept, so that no line of keys fills the memory. */
    static final int KEYS_MAX = 128;

    /** Stands for what nobody may see. */
    static final byte[] HIDDEN = {};

    private static final int VALUE_MAX = 64;

    /** The system's clock read once, since it may be set while a test measures. */
    @SuppressWarnings("TimeInStaticInitializer") // any moment will do
    private static final Instant ANCHOR = Instant.now();

    private static final long ANCHOR_NANOS = System.nanoTime();

    /** The beginning of a command's value; null if it has none. */
    static byte @Nullable [] beginningOfValue(Command command) {
        if (command instanceof AuthenticationCommand) {
            return HIDDEN;
        }
        if (!(command instanceof Command.WithData withData)) {
            return null;
        }
        byte[] bytes = withData.keyAndValue();
        return Arrays.copyOfRange(
                bytes, withData.keyLength(), Math.min(bytes.length, withData.keyLength() + VALUE_MAX));
    }

    static List<byte[]> missedKeys(Request request, Reply reply) {
        if (!(reply instanceof Reply.Values values)) {
            return List.of();
        }
        List<byte[]> missed = Missed.of(request.keys(), values.values());
        return missed.size() <= KEYS_MAX ? missed : List.copyOf(missed.subList(0, KEYS_MAX));
    }

    Exchange exchange(String node) {
        return new Exchange(
                number,
                node,
                request.connection(),
                request.index(),
                time,
                ANCHOR.plusNanos(startedAt - ANCHOR_NANOS),
                request.dialect(),
                request.name(),
                request.keys().stream().map(Previews::key).toList(),
                missedKeys.stream().map(Previews::key).toList(),
                Previews.request(request, value, valueLength),
                Previews.reply(request, replyBeginning, replyLength),
                outcome,
                Optional.ofNullable(fault),
                Duration.ofNanos(nanos));
    }
}
