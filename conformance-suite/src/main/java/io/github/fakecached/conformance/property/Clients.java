package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.target.Target;
import io.github.fakecached.conformance.wire.Transcript;
import org.jspecify.annotations.Nullable;

/** The clients that properties are given, one for each protocol, connected when they are asked for; and what they have said. */
final class Clients implements AutoCloseable {

    private Target target;
    private Transcript transcript = new Transcript();
    private @Nullable TextClient text;
    private @Nullable BinaryClient binary;

    Clients(Target target) {
        this.target = target;
    }

    Target target() {
        return target;
    }

    void turnTo(Target next) {
        if (next != target) {
            drop();
            target = next;
        }
    }

    /** What they have said and heard in this try. */
    Transcript transcript() {
        return transcript;
    }

    void forgetTranscript() {
        transcript = new Transcript();
    }

    /** A client that waits for a reply to nothing; the one of the last try if that ended well. */
    TextClient text() {
        var usable = text;
        if (usable == null || usable.isSpent()) {
            usable = new TextClient(target, this);
            text = usable;
        }
        return usable;
    }

    /** The same for the binary protocol. */
    BinaryClient binary() {
        var usable = binary;
        if (usable == null || usable.isSpent()) {
            usable = new BinaryClient(target, this);
            binary = usable;
        }
        return usable;
    }

    /** Connects those that were asked for, so that a property does not see it happen. */
    void connect() {
        if (text != null) {
            text.connection();
        }
        if (binary != null) {
            binary.connection();
        }
    }

    /** Has those that were asked for go on with connections of their own. */
    void disconnect() {
        if (text != null) {
            text.disconnect();
        }
        if (binary != null) {
            binary.disconnect();
        }
    }

    /** After a try that failed nobody knows what the server waits for. */
    void drop() {
        if (text != null) {
            text.close();
            text = null;
        }
        if (binary != null) {
            binary.close();
            binary = null;
        }
    }

    @Override
    public void close() {
        drop();
    }
}
