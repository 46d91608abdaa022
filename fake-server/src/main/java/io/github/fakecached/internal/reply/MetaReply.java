package io.github.fakecached.internal.reply;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a meta command came to: a code, the tokens to return in their order, and perhaps a value. Made by one thread, and not
 * changed once it is handed on.
 */
public final class MetaReply implements Reply {

    /** The first word of the answer. */
    public enum Code {
        HD,
        VA,
        EN,
        NF,
        NS,
        EX
    }

    /** A token to return: a letter and what is glued on. */
    sealed interface Token {

        record Letter(char letter) implements Token {}

        record Numeric(char letter, long unsigned) implements Token {}

        record NeverExpires() implements Token {}

        record Opaque(byte[] token) implements Token {}

        record Key(byte[] keyAndValue, int keyLength, boolean binary) implements Token {}
    }

    private final Code code;
    private final byte @Nullable [] value;
    private final int valueFrom;
    private final List<Token> tokens = new ArrayList<>();

    /** An answer without a value. */
    public MetaReply(Code code) {
        this(code, null, 0);
    }

    /** An answer with the bytes of an array, from one on, as its value. */
    public MetaReply(Code code, byte @Nullable [] value, int valueFrom) {
        this.code = code;
        this.value = value;
        this.valueFrom = valueFrom;
    }

    public void letter(char letter) {
        tokens.add(new Token.Letter(letter));
    }

    public void number(char letter, long unsigned) {
        tokens.add(new Token.Numeric(letter, unsigned));
    }

    /** The time to live of an item that lives for ever. */
    public void neverExpires() {
        tokens.add(new Token.NeverExpires());
    }

    public void opaque(byte[] token) {
        tokens.add(new Token.Opaque(token));
    }

    /** The key that an array begins with. */
    public void key(byte[] keyAndValue, int keyLength, boolean binary) {
        tokens.add(new Token.Key(keyAndValue, keyLength, binary));
    }

    /** The first word of the answer. */
    public Code code() {
        return code;
    }

    byte @Nullable [] value() {
        return value;
    }

    int valueFrom() {
        return valueFrom;
    }

    List<Token> tokens() {
        return tokens;
    }
}
