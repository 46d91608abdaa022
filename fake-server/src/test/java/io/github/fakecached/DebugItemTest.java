package io.github.fakecached;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of an item that {@code debugitem ref} holds; what is answered is in the recorded transcripts. */
class DebugItemTest {

    private static final int HALF_PAGE = 500_000;

    private final FakeMemcached memcached =
            FakeMemcached.builder().memoryLimit(8 * 1024 * 1024).start();
    private TextConversation client;

    @BeforeEach
    void connect() throws IOException {
        client = new TextConversation(memcached.address());
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        memcached.close();
    }

    @Test
    void anItemIsEvictedThoughItIsHeldButItsMemoryIsNotFreed() throws IOException {
        storeHalfPages(0, 1);
        client.say("debugitem ref k0\r\n");
        storeHalfPages(1, 20);
        assertThat(client.say("get k0\r\n")).isEqualTo("END\r\n");
        assertThat(memcached.stats())
                .containsEntry("curr_items", "15")
                .containsEntry("evictions", "5")
                .extractingByKey("lrutail_reflocked")
                .isNotEqualTo("0");
        client.say("debugitem unref reffed\r\n");
        storeHalfPages(20, 21);
        assertThat(memcached.stats()).containsEntry("curr_items", "16").containsEntry("evictions", "5");
    }

    @Test
    void theCrawlerNeitherDropsNorCountsAnItemThatIsHeld() throws IOException {
        memcached.clock().pause();
        // an item that lives stands at the end of the queue, from where the expired one would go by itself
        client.say("set live 0 0 1\r\n1\r\nset a 0 1 1\r\n1\r\ndebugitem ref a\r\n");
        memcached.clock().advance(Duration.ofSeconds(2));
        client.say("lru_crawler crawl all\r\n");
        assertThat(memcached.stats())
                .containsEntry("curr_items", "2")
                .containsEntry("crawler_reclaimed", "0")
                .containsEntry("crawler_items_checked", "1");
        client.say("debugitem unref reffed\r\nlru_crawler crawl all\r\n");
        assertThat(memcached.stats()).containsEntry("curr_items", "1").containsEntry("crawler_reclaimed", "1");
    }

    @Test
    void theFakeServesOnWhereMemcachedCrashes() throws IOException {
        assertThat(client.say("set k 0 0 1\r\n1\r\ndebugitem unref k\r\ndebugitem unref reffed\r\n"))
                .isEqualTo("STORED\r\nERROR\r\nERROR\r\n");
        assertThat(client.say("debugitem ref k\r\ndebugitem unref k\r\ndebugitem unref reffed\r\nget k\r\n"))
                .isEqualTo("OK\r\nOK\r\nERROR\r\nVALUE k 0 1\r\n1\r\nEND\r\n");
    }

    @Test
    void nothingIsHeldAfterAReset() throws IOException {
        client.say("set k 0 0 1\r\n1\r\ndebugitem ref k\r\n");
        memcached.reset();
        assertThat(client.say("debugitem unref reffed\r\nset n 0 0 2\r\n10\r\ndecr n 1\r\nget n\r\n"))
                .isEqualTo("ERROR\r\nSTORED\r\n9\r\nVALUE n 0 2\r\n9 \r\nEND\r\n");
        assertThat(client.say("stats slabs\r\n")).contains("STAT 1:used_chunks 1\r\n");
    }

    private void storeHalfPages(int from, int to) throws IOException {
        for (int i = from; i < to; i++) {
            client.say("set k" + i + " 0 0 " + HALF_PAGE + "\r\n" + "v".repeat(HALF_PAGE) + "\r\n");
        }
    }
}
