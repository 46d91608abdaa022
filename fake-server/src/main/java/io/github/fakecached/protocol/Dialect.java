package io.github.fakecached.protocol;

/**
 * The forms in which memcached takes requests. Text and meta commands come over the same connections.
 *
 * <pre>{@code
 * memcached.faults().on(command("get").in(Dialect.BINARY)).beforeExecute().stall();
 *
 * assertThat(memcached.journal().exchanges(exchange -> exchange.dialect() == Dialect.META)).isEmpty();
 * }</pre>
 */
public enum Dialect {
    /** The classic text protocol: {@code get}, {@code set} and so on, and all administration. */
    TEXT,
    /** The meta commands of the text protocol: {@code mg ms md ma me mn}. */
    META,
    /** The binary protocol. */
    BINARY
}
