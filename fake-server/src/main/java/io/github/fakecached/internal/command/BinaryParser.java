package io.github.fakecached.internal.command;

import static io.github.fakecached.internal.command.CommandError.BAD_FORMAT;
import static io.github.fakecached.internal.command.CommandError.UNAUTHENTICATED;
import static io.github.fakecached.internal.command.CommandError.UNKNOWN;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.fakecached.internal.store.Item;
import io.github.fakecached.internal.store.StoreMode;
import io.github.fakecached.internal.wire.BinaryRequest;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns the head of a binary request into a command, with memcached's checks in memcached's order (dispatch_bin_command in
 * proto_bin.c). Whether a request is quiet it does not say: that concerns only how it is answered. Never sees a value.
 */
public final class BinaryParser {

    private static final long BODY_MAX = 1L << 30;
    private static final int MECHANISM_MAX = 32;
    private static final long DO_NOT_CREATE = 0xffff_ffffL;

    /** The statistics that the binary protocol gives; those of the text protocol that are not here it does not know. */
    private static final Set<String> STATISTICS = Set.of("", "items", "slabs", "sizes");

    /** What follows these names in a key is not looked at. */
    private static final List<String> STATISTICS_BY_PREFIX = List.of("reset", "settings");

    private BinaryParser() {}

    /** Parses the head of a request, of a client that may have to sign in first. */
    public static Command parse(BinaryRequest request, SaslState sasl) {
        if (request.valueLength() < 0) {
            return outOfStep(UNKNOWN);
        }
        if (request.bodyLength() > BODY_MAX) {
            return outOfStep(BAD_FORMAT);
        }
        Opcode opcode = Opcode.find(request.opcode());
        if (sasl == SaslState.SIGNED_OUT && (opcode == null || !opcode.isForEverybody())) {
            return outOfStep(UNAUTHENTICATED);
        }
        if (request.key().length > Item.KEY_MAX_LENGTH) {
            return outOfStep(BAD_FORMAT);
        }
        if (opcode == null) {
            return unknown(request);
        }
        return opcode.allows(request) ? command(opcode, request, sasl) : outOfStep(BAD_FORMAT);
    }

    private static Command.Invalid outOfStep(CommandError error) {
        return new Command.Invalid(error, false, Command.Invalid.OUT_OF_STEP);
    }

    private static Command command(Opcode opcode, BinaryRequest request, SaslState sasl) {
        return switch (opcode) {
            case GET, GETK -> new Command.Get(List.of(request.key()), true, false, false);
            case SET -> storage(StoreMode.SET, request);
            case ADD -> storage(StoreMode.ADD, request);
            case REPLACE -> storage(StoreMode.REPLACE, request);
            case APPEND -> storage(StoreMode.APPEND, request);
            case PREPEND -> storage(StoreMode.PREPEND, request);
            // process_bin_delete, unlike its counterpart for text, writes nothing to the log
            case DELETE -> new Command.Delete(request.key(), request.cas(), false, false);
            case INCREMENT -> arithmetic(true, request);
            case DECREMENT -> arithmetic(false, request);
            // a touch tells flags and cas unique, and so is a gat whose value is left out
            case TOUCH, GAT, GATK ->
                new Command.GetAndTouch(unsigned32(request, 0), List.of(request.key()), true, false);
            // process_bin_flush, unlike its counterpart for text, does not count a flush that is not allowed
            case FLUSH -> new Command.FlushAll(OptionalLong.of(unsigned32(request, 0)), false, false);
            case NOOP -> new Command.Noop();
            case VERSION -> new Command.Version();
            case STAT -> stat(request);
            case QUIT -> new Command.Quit();
            case SASL_LIST_MECHS ->
                sasl == SaslState.OFF ? unknown(request) : new AuthenticationCommand.ListMechanisms();
            case SASL_AUTH -> sasl == SaslState.OFF ? unknown(request) : authenticate(false, request);
            case SASL_STEP -> sasl == SaslState.OFF ? unknown(request) : authenticate(true, request);
        };
    }

    private static Command authenticate(boolean step, BinaryRequest request) {
        int length = (int) request.valueLength();
        return request.key().length > MECHANISM_MAX
                ? new Command.Invalid(BAD_FORMAT, false, length)
                : new AuthenticationCommand.Authenticate(step, request.key(), request.key().length, length);
    }

    private static Command storage(StoreMode mode, BinaryRequest request) {
        return new Command.Storage(
                mode,
                request.key(),
                request.key().length,
                (int) unsigned32(request, 0),
                unsigned32(request, Integer.BYTES),
                (int) request.valueLength(),
                request.cas(),
                false);
    }

    private static Command arithmetic(boolean increment, BinaryRequest request) {
        ByteBuffer extras = ByteBuffer.wrap(request.extras());
        long delta = extras.getLong();
        long number = extras.getLong();
        long exptime = Integer.toUnsignedLong(extras.getInt());
        Command.@Nullable Initial initial = exptime == DO_NOT_CREATE ? null : new Command.Initial(number, exptime);
        return new Command.Arithmetic(request.key(), increment, delta, initial, request.cas(), false);
    }

    private static Command stat(BinaryRequest request) {
        String kind = new String(request.key(), ISO_8859_1);
        for (String name : STATISTICS_BY_PREFIX) {
            if (kind.startsWith(name)) {
                return new Command.Stats(name);
            }
        }
        for (String action : List.of("dump", "on", "off")) {
            if (kind.startsWith("detail " + action)) {
                return StatisticsParser.detail(action);
            }
        }
        return STATISTICS.contains(kind) ? new Command.Stats(kind) : new Command.Invalid(UNKNOWN, false);
    }

    private static Command unknown(BinaryRequest request) {
        return new Command.Invalid(UNKNOWN, false, (int) request.valueLength());
    }

    /** A number among the extras; 0 where the command has none. Unlike in text, no exptime is negative. */
    private static long unsigned32(BinaryRequest request, int at) {
        byte[] extras = request.extras();
        return extras.length < at + Integer.BYTES
                ? 0
                : Integer.toUnsignedLong(ByteBuffer.wrap(extras).getInt(at));
    }
}
