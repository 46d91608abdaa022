package io.github.fakecached;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ContentsTest {

    private final FakeMemcached memcached = FakeMemcached.start();
    private final Contents contents = memcached.contents();

    @BeforeEach
    void stopTheClock() {
        memcached.clock().pause();
    }

    @AfterEach
    void close() {
        memcached.close();
    }

    @Test
    void whatIsPutIsServed() throws IOException {
        contents.put("a", "hello");
        contents.put(new byte[] {'b'}, new byte[] {'1', '2'}, 4294967295L, Optional.of(Duration.ofSeconds(9)));
        assertThat(say("gets a b\r\n")).isEqualTo("VALUE a 0 5 2\r\nhello\r\nVALUE b 4294967295 2 3\r\n12\r\nEND\r\n");
    }

    @Test
    void whatIsServedIsSeen() throws IOException {
        say("set a 7 60 5\r\nhello\r\n");
        StoredItem item = contents.get("a").orElseThrow();
        assertThat(item.keyAsString()).isEqualTo("a");
        assertThat(item.valueAsString()).isEqualTo("hello");
        assertThat(item.flags()).isEqualTo(7);
        assertThat(item.casUnique()).isEqualTo(2);
        assertThat(item.timeToLive()).contains(Duration.ofSeconds(60));
        assertThat(item).hasToString("a (5 bytes, flags 7, cas unique 2, expires in 60 s)");
    }

    @Test
    void theTimeToLiveRunsOnTheClock() {
        contents.put("a", "1", Duration.ofSeconds(60));
        memcached.clock().advance(Duration.ofSeconds(59));
        assertThat(contents.get("a").orElseThrow().timeToLive()).contains(Duration.ofSeconds(1));
        memcached.clock().advance(Duration.ofSeconds(1));
        assertThat(contents.get("a")).isEmpty();
        assertThat(contents.isEmpty()).isTrue();
    }

    @Test
    void lookingLeavesNoTrace() throws IOException {
        say("set a 0 -1 1\r\n1\r\nset b 0 0 1\r\n1\r\n");
        contents.get("a");
        contents.get("b");
        contents.items();
        assertThat(memcached.stats())
                .containsEntry("get_hits", "0")
                .containsEntry("get_expired", "0")
                .containsEntry("curr_items", "2");
        assertThat(say("mg b h\r\n")).isEqualTo("HD h0\r\n");
    }

    @Test
    void anItemSeenDoesNotChangeAnyMore() throws IOException {
        contents.put("n", "1");
        StoredItem before = contents.get("n").orElseThrow();
        before.value()[0] = 'x';
        say("incr n 1\r\n");
        assertThat(before.valueAsString()).isEqualTo("1");
        assertThat(contents.get("n").orElseThrow()).isNotEqualTo(before);
    }

    @Test
    void removedItemsAreGone() {
        contents.put("a", "1");
        contents.put("b", "1");
        assertThat(contents.remove("a")).isTrue();
        assertThat(contents.remove("b".getBytes(UTF_8))).isTrue();
        assertThat(contents.remove("a")).isFalse();
        assertThat(contents.size()).isZero();
    }

    @Test
    void itemsListsWhatAClientWouldFind() throws IOException {
        contents.put("a", "1");
        contents.put("b", "1");
        say("flush_all\r\n");
        contents.put("c", "1");
        assertThat(contents.items()).extracting(StoredItem::keyAsString).containsExactly("c");
        assertThat(contents.size()).isOne();
    }

    @Test
    void whatMemcachedCouldNotStoreIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> contents.put("", "1"))
                .withMessageContaining("1 to 250");
        assertThatIllegalArgumentException().isThrownBy(() -> contents.put("k".repeat(251), "1"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> contents.put("k", "v".repeat(1024 * 1024)))
                .withMessageContaining("maxItemSize");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> contents.put("k", "v", Duration.ofMillis(1500)))
                .withMessageContaining("whole seconds");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> contents.put(new byte[] {'k'}, new byte[0], -1, Optional.empty()))
                .withMessageContaining("flags");
    }

    @Test
    void aStoppedFakeHasNoContents() {
        memcached.stop();
        assertThatIllegalStateException().isThrownBy(contents::items).withMessageContaining("restart()");
    }

    private String say(String request) throws IOException {
        try (TextConversation client = new TextConversation(memcached.address())) {
            return client.say(request);
        }
    }
}
