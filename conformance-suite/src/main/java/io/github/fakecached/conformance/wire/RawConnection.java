package io.github.fakecached.conformance.wire;

/** A connection that sends bytes and gives back the bytes of their reply, without knowing what either of them means. */
public interface RawConnection extends AutoCloseable {

    /** Sends the bytes and what marks the end of their reply, and does not wait for it. */
    void begin(String bytes);

    /** Reads all that has been answered to what {@link #begin} sent. */
    Reply finish();

    /** Sends the bytes and reads all that they are answered with. */
    default Reply ask(String bytes) {
        begin(bytes);
        return finish();
    }

    /** The version the server has, as it says itself, such as {@code 1.6.45}. */
    String version();

    @Override
    void close();
}
