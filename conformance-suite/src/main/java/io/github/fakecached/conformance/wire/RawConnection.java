package io.github.fakecached.conformance.wire;

import java.util.function.Predicate;

/** A connection that sends bytes and gives back the bytes of their reply, without knowing what either of them means. */
public interface RawConnection extends AutoCloseable {

    /** Sends the bytes and what marks the end of their reply, and does not wait for it. */
    void begin(String bytes);

    /** Reads all that has been answered to what {@link #begin} sent. */
    Reply finish();

    /** Sends the bytes and nothing after them, in a packet of their own if the network wants it so. */
    void send(String bytes);

    /** Sends the bytes and reads all that they are answered with. */
    default Reply ask(String bytes) {
        begin(bytes);
        return finish();
    }

    /**
     * Sends the bytes, and nothing behind them, and reads until what has come is a whole reply, as it then is but for a server that
     * closes: for replies of which one knows where they end.
     */
    String ask(String bytes, Predicate<String> whole);

    /** Ends every wait from now on no later than at this time, with a {@link NoReply}. */
    void giveUpAt(Deadline deadline);

    /** The version the server has, as it says itself, such as {@code 1.6.45}. */
    String version();

    @Override
    void close();
}
