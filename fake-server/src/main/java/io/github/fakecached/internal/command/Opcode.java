package io.github.fakecached.internal.command;

import static io.github.fakecached.internal.command.Opcode.Layout.EMPTY;
import static io.github.fakecached.internal.command.Opcode.Layout.KEY;
import static io.github.fakecached.internal.command.Opcode.Layout.KEY_AND_REST;
import static io.github.fakecached.internal.command.Opcode.Layout.KEY_AND_VALUE;
import static io.github.fakecached.internal.command.Opcode.Layout.OPTIONAL_EXTRAS;
import static io.github.fakecached.internal.command.Opcode.Layout.OPTIONAL_KEY;

import io.github.fakecached.internal.wire.BinaryRequest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The opcodes of the binary protocol, a row for each pair of an opcode and its quiet form: since when memcached has
 * them, what a request has to look like, and which row of {@link CommandTable} it belongs to. Those of SASL have no counterpart in
 * text, and so no row there.
 */
public enum Opcode {
    GET(0x00, 0x09, "1.3.2", 0, KEY, CommandTable.GET),
    SET(0x01, 0x11, "1.3.2", 8, KEY_AND_VALUE, CommandTable.SET),
    ADD(0x02, 0x12, "1.3.2", 8, KEY_AND_VALUE, CommandTable.ADD),
    REPLACE(0x03, 0x13, "1.3.2", 8, KEY_AND_VALUE, CommandTable.REPLACE),
    DELETE(0x04, 0x14, "1.3.2", 0, KEY, CommandTable.DELETE),
    INCREMENT(0x05, 0x15, "1.3.2", 20, KEY, CommandTable.INCR),
    DECREMENT(0x06, 0x16, "1.3.2", 20, KEY, CommandTable.DECR),
    QUIT(0x07, 0x17, "1.3.2", 0, EMPTY, CommandTable.QUIT),
    FLUSH(0x08, 0x18, "1.3.2", 4, OPTIONAL_EXTRAS, CommandTable.FLUSH_ALL),
    NOOP(0x0a, "1.3.2", 0, EMPTY, CommandTable.MN),
    VERSION(0x0b, "1.3.2", 0, EMPTY, CommandTable.VERSION),
    GETK(0x0c, 0x0d, "1.3.2", 0, KEY, CommandTable.GET),
    APPEND(0x0e, 0x19, "1.3.2", 0, KEY_AND_VALUE, CommandTable.APPEND),
    PREPEND(0x0f, 0x1a, "1.3.2", 0, KEY_AND_VALUE, CommandTable.PREPEND),
    STAT(0x10, "1.3.2", 0, OPTIONAL_KEY, CommandTable.STATS),
    TOUCH(0x1c, "1.4.8", 4, KEY_AND_REST, CommandTable.TOUCH),
    GAT(0x1d, 0x1e, "1.4.8", 4, KEY_AND_REST, CommandTable.GAT),
    SASL_LIST_MECHS(0x20, "1.4.3", 0, EMPTY, null),
    SASL_AUTH(0x21, "1.4.3", 0, KEY_AND_VALUE, null),
    SASL_STEP(0x22, "1.4.3", 0, KEY_AND_VALUE, null),
    GATK(0x23, 0x24, "1.4.8", 4, KEY_AND_REST, CommandTable.GAT);

    /** What a request consists of, besides its header. */
    enum Layout {
        /** Nothing. */
        EMPTY,
        /** Extras or nothing. */
        OPTIONAL_EXTRAS,
        /** Extras and a key, and no more. */
        KEY,
        /** Extras and a key, and a value that may be empty. */
        KEY_AND_VALUE,
        /** Extras and a key. Whether more is announced is not looked at: it is taken for the next request. */
        KEY_AND_REST,
        /** A key or nothing. More is taken for the next request. */
        OPTIONAL_KEY
    }

    private static final int NONE = -1;
    private static final int CODES = 256;

    @SuppressWarnings("ImmutableEnumChecker") // never changed
    private static final @Nullable Opcode[] BY_CODE = byCode();

    private final int code;
    private final int quietCode;
    private final String since;
    private final int extrasLength;
    private final Layout layout;
    private final @Nullable CommandTable row;

    Opcode(int code, String since, int extrasLength, Layout layout, @Nullable CommandTable row) {
        this(code, NONE, since, extrasLength, layout, row);
    }

    /**
     * A row.
     *
     * @param since the first release of memcached with this opcode and its quiet form
     */
    Opcode(int code, int quietCode, String since, int extrasLength, Layout layout, @Nullable CommandTable row) {
        this.code = code;
        this.quietCode = quietCode;
        this.since = since;
        this.extrasLength = extrasLength;
        this.layout = layout;
        this.row = row;
    }

    /** The row of a code; null if no command has it. */
    public static @Nullable Opcode find(int code) {
        return BY_CODE[code];
    }

    /** Whether a code of this row is that of its quiet form, which says nothing of success. */
    public boolean isQuiet(int ofCode) {
        return ofCode == quietCode;
    }

    /** The name of a code of this row in lower case, with a q if it is that of the quiet form. */
    public String nameOf(int ofCode) {
        return name().toLowerCase(Locale.ROOT) + (isQuiet(ofCode) ? "q" : "");
    }

    /** The names of its codes. */
    public List<String> names() {
        return hasQuietForm() ? List.of(nameOf(code), nameOf(quietCode)) : List.of(nameOf(code));
    }

    /** Whether a client may ask for it before it has signed in (authenticated in proto_bin.c). */
    boolean isForEverybody() {
        return switch (this) {
            case VERSION, SASL_LIST_MECHS, SASL_AUTH, SASL_STEP -> true;
            default -> false;
        };
    }

    int code() {
        return code;
    }

    boolean hasQuietForm() {
        return quietCode != NONE;
    }

    int quietCode() {
        return quietCode;
    }

    /** The first release of memcached with the opcode. */
    String since() {
        return since;
    }

    /** The command of the text protocol that does the same; null if there is none. */
    public @Nullable CommandTable row() {
        return row;
    }

    /** Whether a request has the parts it must have, and no others. */
    boolean allows(BinaryRequest request) {
        boolean extrasFit = request.extras().length == extrasLength;
        boolean hasKey = request.key().length > 0;
        boolean hasValue = request.valueLength() > 0;
        return switch (layout) {
            case EMPTY -> extrasFit && !hasKey && !hasValue;
            case OPTIONAL_EXTRAS -> (extrasFit || request.extras().length == 0) && !hasKey && !hasValue;
            case KEY -> extrasFit && hasKey && !hasValue;
            case KEY_AND_VALUE, KEY_AND_REST -> extrasFit && hasKey;
            case OPTIONAL_KEY -> extrasFit;
        };
    }

    private static @Nullable Opcode[] byCode() {
        @Nullable Opcode[] rows = new @Nullable Opcode[CODES];
        for (Opcode row : values()) {
            rows[row.code] = row;
            if (row.hasQuietForm()) {
                rows[row.quietCode] = row;
            }
        }
        return rows;
    }
}
