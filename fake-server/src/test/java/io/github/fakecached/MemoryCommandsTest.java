package io.github.fakecached;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the commands about memory do; what they answer is in the recorded transcripts. */
class MemoryCommandsTest {

    private static final int MIB = 1024 * 1024;
    private static final int HALF_PAGE = 500_000;
    private static final int QUARTER_PAGE = 240_000;

    private final FakeMemcached memcached =
            FakeMemcached.builder().memoryLimit(64 * MIB).start();
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
    void whatWasTunedIsShownUntilTheFakeIsReset() throws IOException {
        String before = client.say("stats settings\r\n");
        client.say("lru tune 10 30 0.5 1.5\r\nlru mode flat\r\nlru temp_ttl 60\r\nlru_crawler disable\r\n"
                + "lru_crawler sleep 5\r\nlru_crawler tocrawl 7\r\nslabs automove 2\r\nslabs automove ratio 0.9\r\n"
                + "slabs automove window 20\r\nslabs automove freeratio 0.25\r\nextstore item_size 9\r\n"
                + "extstore max_frag 0.5\r\nextstore drop_unread 1\r\ncache_memlimit 9\r\nverbosity 1\r\n");
        assertThat(client.say("stats settings\r\n"))
                .contains("STAT hot_lru_pct 10\r\n", "STAT warm_lru_pct 30\r\n", "STAT hot_max_factor 0.50\r\n")
                .contains("STAT warm_max_factor 1.50\r\n", "STAT lru_segmented no\r\n", "STAT temp_lru yes\r\n")
                .contains("STAT temporary_ttl 60\r\n", "STAT lru_crawler no\r\n", "STAT lru_crawler_sleep 5\r\n")
                .contains("STAT lru_crawler_tocrawl 7\r\n", "STAT slab_automove 2\r\n")
                .contains("STAT slab_automove_ratio 0.90\r\n", "STAT slab_automove_window 20\r\n")
                .contains("STAT slab_automove_freeratio 0.250\r\n", "STAT ext_item_size 9\r\n")
                .contains("STAT ext_max_frag 0.50\r\n", "STAT ext_drop_unread yes\r\n")
                .contains("STAT maxbytes 9437184\r\n", "STAT verbosity 1\r\n");
        memcached.reset();
        assertThat(client.say("stats settings\r\n")).isEqualTo(before);
    }

    @Test
    void whatIsBehindANulIsNoPartOfAWord() throws IOException {
        assertThat(client.say("lru tune\0x 10 30 0.5\0x 1.5\0x\r\nlru mode\0x flat\0x\r\nslabs automove\0x 2\r\n"
                        + "extstore max_frag\0x 0.5\0x\r\nlru_crawler tocrawl\0x 7\r\nstats detail\0x on\0x\r\n"))
                .isEqualTo("OK\r\n".repeat(6));
        assertThat(client.say("stats settings\0x\r\n"))
                .contains("STAT hot_lru_pct 10\r\n", "STAT hot_max_factor 0.50\r\n", "STAT warm_max_factor 1.50\r\n")
                .contains("STAT lru_segmented no\r\n", "STAT slab_automove 2\r\n", "STAT ext_max_frag 0.50\r\n")
                .contains("STAT lru_crawler_tocrawl 7\r\n", "STAT detail_enabled yes\r\n");
        assertThat(client.say("stats reset\0x\r\n")).isEqualTo("RESET\r\n");
        assertThat(client.say("stats items\0x\r\n")).isEqualTo("ERROR\r\n");
    }

    @Test
    void aSmallerLimitMakesOldItemsMakeRoom() throws IOException {
        client.say("cache_memlimit 8\r\n");
        storeMany(20, HALF_PAGE);
        assertThat(memcached.stats())
                .containsEntry("limit_maxbytes", String.valueOf(8 * MIB))
                .containsEntry("curr_items", "16")
                .containsEntry("evictions", "4");
    }

    @Test
    void aLargerLimitLetsMoreItemsStay() throws IOException {
        client.say("cache_memlimit 8\r\ncache_memlimit 10\r\n");
        storeMany(20, HALF_PAGE);
        assertThat(memcached.stats()).containsEntry("curr_items", "20").containsEntry("evictions", "0");
    }

    @Test
    void aPageThatMovesTakesItsItemsFromTheSourceClass() throws IOException {
        storeMany(4, HALF_PAGE);
        storeMany("q", 1, QUARTER_PAGE);
        assertThat(client.say("slabs reassign 39 36\r\nslabs reassign 39 36\r\nslabs reassign -1 1\r\n"))
                .isEqualTo("OK\r\nNOSPARE source class has no spare pages\r\nOK\r\n");
        assertThat(client.say("get k0 k1\r\n")).isEqualTo("END\r\n");
        assertThat(client.say("get k2 k3 q0\r\n")).contains("VALUE k2 ", "VALUE k3 ", "VALUE q0 ");
        assertThat(memcached.stats()).containsEntry("slabs_moved", "2");
    }

    @Test
    void aPageInThePoolIsThereForAnyClass() throws IOException {
        client.say("cache_memlimit 8\r\n");
        storeMany(16, HALF_PAGE);
        assertThat(client.say("slabs reassign 39 0\r\n")).isEqualTo("OK\r\n");
        assertThat(memcached.stats()).containsEntry("slab_global_page_pool", "1");
        storeMany("q", 4, QUARTER_PAGE);
        assertThat(memcached.contents().size()).isEqualTo(18);
        assertThat(memcached.stats()).containsEntry("slab_global_page_pool", "0");
    }

    @Test
    void theCrawlerDropsWhatIsExpiredInTheClassesNamed() throws IOException {
        memcached.clock().pause();
        String large = "100\r\n" + "1".repeat(100) + "\r\n";
        // items that live stand at the ends of the queues, from where the expired ones would go by themselves
        client.say("set live 0 0 1\r\n1\r\nset a 0 1 1\r\n1\r\nset large 0 0 " + large + "set b 0 1 " + large);
        memcached.clock().advance(Duration.ofSeconds(2));
        client.say("lru_crawler crawl 1\r\n");
        assertThat(memcached.stats())
                .containsEntry("curr_items", "3")
                .containsEntry("crawler_reclaimed", "1")
                .containsEntry("crawler_items_checked", "2")
                .containsEntry("expired_unfetched", "1");
        client.say("lru_crawler crawl all\r\n");
        // the first one was its own, as the server had just started
        assertThat(memcached.stats()).containsEntry("curr_items", "2").containsEntry("lru_crawler_starts", "3");
    }

    @Test
    void aCrawlerThatIsDisabledRefusesToCrawlUntilItIsEnabled() throws IOException {
        assertThat(client.say("lru_crawler disable\r\nlru_crawler crawl all\r\n"))
                .isEqualTo("OK\r\nCLIENT_ERROR lru crawler disabled\r\n");
        assertThat(client.say("lru_crawler enable\r\nlru_crawler crawl all\r\n"))
                .isEqualTo("OK\r\nOK\r\n");
    }

    private void storeMany(int count, int length) throws IOException {
        storeMany("k", count, length);
    }

    private void storeMany(String prefix, int count, int length) throws IOException {
        for (int i = 0; i < count; i++) {
            client.say("set " + prefix + i + " 0 0 " + length + "\r\n" + "v".repeat(length) + "\r\n");
        }
    }
}
