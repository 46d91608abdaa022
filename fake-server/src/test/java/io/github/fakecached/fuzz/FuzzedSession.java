package io.github.fakecached.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fakecached.FakeMemcached;
import io.github.fakecached.FakeMemcachedBuilder;
import io.github.fakecached.MemcachedVersion;
import io.github.fakecached.internal.net.EmbeddedNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What must hold of every session, whatever its bytes are: nothing is thrown, it comes to the same with the journal and without
 * and however it is cut, and the store's sums are those of its items. The first byte of an input says which version answers and
 * how the rest, which the client sends, is cut.
 */
final class FuzzedSession {

    /** What memcached counts for an item: its head and CAS unique, a key of one byte with its end, and the end of a value. */
    private static final int ITEM_MIN = 48 + 8 + 1 + 1 + 2;

    private static final int ITEM_MAX = 1024 * 1024;
    private static final int PIECE_MAX = 100;
    /** So many bytes without the end of a line are hung up on unless that comes in the same read. */
    private static final int LINE_MAX = 2048;
    /** After so many requests of one read their replies are on their way, whatever the next ones come to (-R). */
    private static final int REQUESTS_TOGETHER = 20;

    private static final int BINARY_HEADER = 24;

    /** Statistics tell of reads, and some commands are refused behind others of the same read. */
    private static final String[] OF_ITS_READS = {"stat", "watch", "dump", "\u0080\u0010"};

    private static final Set<String> OF_BYTES_AND_TIME =
            Set.of("bytes_read", "bytes_written", "conn_yields", "rusage_user", "rusage_system", "time", "uptime");

    private final UnaryOperator<FakeMemcachedBuilder> settings;
    private final boolean oneReplyForARead;
    private final byte[] sent;
    private final int piece;
    private final MemcachedVersion version;

    /**
     * A session with a server.
     *
     * @param oneReplyForARead whether of all replies to the requests of a read the client hears the last, as before signing in
     */
    FuzzedSession(byte[] input, boolean oneReplyForARead, UnaryOperator<FakeMemcachedBuilder> settings) {
        int choice = input.length == 0 ? 0 : input[0] & 0xff;
        this.oneReplyForARead = oneReplyForARead;
        this.settings = settings;
        this.version = (choice & 1) == 0 ? MemcachedVersion.V1_6_45 : MemcachedVersion.V1_6_18;
        this.piece = 1 + (choice >> 1) % PIECE_MAX;
        this.sent = input.length == 0 ? input : Arrays.copyOfRange(input, 1, input.length);
    }

    /** Runs it, and gives all replies; the caller sees to their form. */
    byte[] replies() {
        EmbeddedNode whole = new EmbeddedNode(settings.apply(builder()), 100);
        byte[] replies = whole.say(sent, Math.max(1, sent.length));
        Map<String, String> counters = counters(whole);
        EmbeddedNode cut = new EmbeddedNode(settings.apply(builder()), 0);
        byte[] repliesInPieces = cut.say(sent, piece);
        Map<String, String> countersInPieces = counters(cut);
        if (!dependsOnReads()) {
            assertThat(cut.isOpen()).as("connection is open").isEqualTo(whole.isOpen());
            assertThat(cut.isInData()).as("data is waited for").isEqualTo(whole.isInData());
            assertThat(cut.items()).isEqualTo(whole.items());
            assertThat(countersInPieces).isEqualTo(counters);
            assertSame(text(repliesInPieces), text(replies), whole);
        }
        whole.hangUp();
        cut.hangUp();
        return replies;
    }

    private void assertSame(String inPieces, String replies, EmbeddedNode whole) {
        boolean ended = !whole.isOpen() || whole.isInData();
        boolean together = requestsAtMost() <= REQUESTS_TOGETHER;
        if (oneReplyForARead) {
            if (!ended) {
                assertThat(inPieces).endsWith(together ? replies : lastLine(replies));
            }
        } else if (!ended) {
            assertThat(inPieces).isEqualTo(replies);
        } else if (together || inPieces.length() > replies.length()) {
            // those that were not sent yet are held back, or lost where the connection is not ended by quit
            assertThat(inPieces).startsWith(replies);
        } else {
            assertThat(replies).startsWith(inPieces);
        }
    }

    private long requestsAtMost() {
        long lines = text(sent).chars().filter(each -> each == '\n').count();
        return Math.max(lines, sent.length / BINARY_HEADER);
    }

    private static String lastLine(String replies) {
        return replies.substring(replies.lastIndexOf('\n', replies.length() - 2) + 1);
    }

    private FakeMemcachedBuilder builder() {
        return FakeMemcached.builder().version(version);
    }

    private boolean dependsOnReads() {
        String text = text(sent);
        int line = 0;
        for (int i = 0; i < sent.length; i++) {
            line = sent[i] == '\n' ? 0 : line + 1;
            if (line > LINE_MAX) {
                return true;
            }
        }
        return Arrays.stream(OF_ITS_READS).anyMatch(text::contains);
    }

    /** The counters, which have to go with the items. */
    private static Map<String, String> counters(EmbeddedNode node) {
        Map<String, String> counters = new HashMap<>(node.statistics());
        int items = Integer.parseInt(counters.get("curr_items"));
        assertThat(node.items()).hasSizeLessThanOrEqualTo(items);
        assertThat(Integer.parseInt(counters.get("bytes"))).isBetween(items * ITEM_MIN, items * ITEM_MAX);
        counters.keySet().removeAll(OF_BYTES_AND_TIME);
        return counters;
    }

    static String text(byte[] bytes) {
        return new String(bytes, ISO_8859_1);
    }
}
