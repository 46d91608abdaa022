package io.github.fakecached;

import io.github.fakecached.internal.engine.ServedProtocol;

/**
 * Which protocols a fake serves, as memcached's option {@code -B}.
 *
 * <pre>{@code
 * FakeMemcached memcached = FakeMemcached.builder().bindingProtocol(BindingProtocol.ASCII).start();
 * }</pre>
 */
public enum BindingProtocol {
    /** The first byte of a connection tells which of the two it speaks; the default. */
    AUTO(ServedProtocol.AUTO),
    /** Text only; bytes of the binary protocol are read as text. */
    ASCII(ServedProtocol.ASCII),
    /** The binary protocol only; a client that sends text is disconnected once it has sent 24 bytes, without an answer. */
    BINARY(ServedProtocol.BINARY);

    private final ServedProtocol served;

    BindingProtocol(ServedProtocol served) {
        this.served = served;
    }

    ServedProtocol served() {
        return served;
    }

    static BindingProtocol of(ServedProtocol served) {
        return switch (served) {
            case AUTO -> AUTO;
            case ASCII -> ASCII;
            case BINARY -> BINARY;
        };
    }
}
