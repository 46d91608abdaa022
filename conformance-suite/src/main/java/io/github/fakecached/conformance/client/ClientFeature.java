package io.github.fakecached.conformance.client;

/**
 * What a client may be unable to do. A client is held to all of it, unless its {@link ClientCapabilities} leave it out.
 *
 * <pre>{@code
 * ClientCapabilities.text().without(ClientFeature.GET_AND_TOUCH, "not before version 3");
 * }</pre>
 */
public enum ClientFeature {
    /** {@link ClientUnderTest#getAll}. */
    MULTIGET,
    /** {@link ClientUnderTest#setWithFlags} and {@link ClientUnderTest#getFlags}. */
    FLAGS,
    /** {@link ClientUnderTest#gets} and {@link ClientUnderTest#cas}. */
    CAS,
    /** {@link ClientUnderTest#add}. */
    ADD,
    /** {@link ClientUnderTest#replace}. */
    REPLACE,
    /** {@link ClientUnderTest#append} and {@link ClientUnderTest#prepend}. */
    APPEND,
    /** {@link ClientUnderTest#incr} and {@link ClientUnderTest#decr}. */
    INCR,
    /** {@link ClientUnderTest#touch}. */
    TOUCH,
    /** {@link ClientUnderTest#getAndTouch}. */
    GET_AND_TOUCH,
    /** {@link ClientUnderTest#flushAll}. */
    FLUSH_ALL,
    /** Keys that are not ASCII, sent as UTF-8. */
    UNICODE_KEYS,
    /** A new connection when one was lost. */
    RECONNECT,
    /** {@link Endpoint#user()}: SASL with PLAIN in the binary protocol, the first {@code set} in the text protocol. */
    SIGN_IN,
    /** {@link Endpoint#tls()}. */
    TLS;

    NotImplemented notImplemented(String method) {
        return new NotImplemented("ClientUnderTest." + method + " is not implemented: implement it, or have"
                + " capabilities() say without(ClientFeature." + name() + ", \"why\")");
    }
}
