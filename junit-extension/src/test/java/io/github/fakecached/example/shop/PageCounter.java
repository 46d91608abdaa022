package io.github.fakecached.example.shop;

import java.io.IOException;
import java.time.Duration;

/** Counts visits to pages. Whether it sends an {@code incr} again whose reply did not come is for its owner to choose. */
final class PageCounter {

    /** What to do when no reply has come: the visit may have been counted, or not. */
    enum WithoutReply {
        SEND_AGAIN,
        GIVE_UP
    }

    private final LineClient client;
    private final WithoutReply withoutReply;

    PageCounter(LineClient client, WithoutReply withoutReply) {
        this.client = client;
        this.withoutReply = withoutReply;
    }

    /** Whether the visit is counted; if not, it may be so nevertheless. A second try has as much time as it needs. */
    boolean visit(String page, Duration timeout, Duration timeoutOfSecondTry) {
        return count(page, timeout) || (withoutReply == WithoutReply.SEND_AGAIN && count(page, timeoutOfSecondTry));
    }

    private boolean count(String page, Duration timeout) {
        try {
            client.ask("incr visits:" + page + " 1", timeout);
            return true;
        } catch (IOException noReply) {
            return false;
        }
    }
}
