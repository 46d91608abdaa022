package io.github.fakecached.internal.store;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When the LRU crawler crawls by itself; the numbers are those of memcached's log. */
class CrawlScheduleTest {

    private static final long START = 100;
    private static final int MIB = 1024 * 1024;
    private static final long HOUR = 3600;

    private final Counters counters = new Counters();
    private final List<CrawlReport> reports = new ArrayList<>();
    private final Store store = new Store(
            new StoreRules(MIB, MIB, true, true, SlabClasses.DEFAULT, LruSettings.DEFAULT, true, false), counters);

    CrawlScheduleTest() {
        store.report(new ItemEvents() {
            @Override
            public void fetched(byte[] key, int keyLength, Fetch fetch, @Nullable Item found) {}

            @Override
            public void stored(Item item, StoreMode mode, StoreOutcome outcome, long now) {}

            @Override
            public void evicted(Item item, long now) {}

            @Override
            public void crawled(CrawlReport report) {
                reports.add(report);
            }
        });
        store.passTime(START);
    }

    @Test
    void aServerThatHasStartedCrawlsAndThenAfterAMinute() {
        assertThat(starts()).isOne();
        store.passTime(START + 66);
        assertThat(starts()).isOne();
        assertThat(reports)
                .hasSize(255)
                .startsWith(new CrawlReport(1, LruSegment.HOT, 1, 0, 65, 0, 0))
                .endsWith(new CrawlReport(63, LruSegment.TEMP, 1, 0, 65, 0, 0));
        store.passTime(START + 67);
        assertThat(starts()).isEqualTo(2);
    }

    @Test
    void expiredItemsGoThoughNobodyAsksForThem() {
        set("live", 0);
        set("expires", START + 10);
        store.passTime(START + 66);
        assertThat(store.size()).isEqualTo(2);
        store.passTime(START + 67);
        assertThat(store.size()).isOne();
        assertThat(counters.get(Counter.CRAWLER_RECLAIMED)).isOne();
        assertThat(counters.get(Counter.CRAWLER_ITEMS_CHECKED)).isEqualTo(2);
        assertThat(counters.get(Counter.EXPIRED_UNFETCHED)).isOne();
    }

    @Test
    void withNothingToFindEachWaitIsAMinuteLongerUpToAnHour() {
        long now = START;
        for (long wait = 60; wait < 2 * HOUR; wait += 60) {
            store.passTime(now + 1);
            assertThat(lastOf(1, LruSegment.HOT).nextRun()).isEqualTo(Math.min(wait, HOUR) + 5);
            now += 1 + Math.min(wait, HOUR) + 5;
            long before = starts();
            store.passTime(now);
            assertThat(starts()).isEqualTo(before);
            now++;
            store.passTime(now);
            assertThat(starts()).isEqualTo(before + 1);
        }
    }

    @Test
    void aWaitShrinksIfMoreThanAHundredthExpiresBeforeItsEnd() {
        long crawl = START + 67;
        for (int i = 0; i < 196; i++) {
            set("live" + i, crawl + 2 * HOUR);
        }
        set("a", crawl + 59);
        set("b", crawl + 60);
        store.passTime(crawl);
        store.passTime(crawl + 1);
        assertThat(lastOf(1, LruSegment.COLD)).isEqualTo(new CrawlReport(1, LruSegment.COLD, 2, 2, 65, 198, 0));
        set("c", crawl + 68 + 60);
        set("d", crawl + 68 + 119);
        set("e", crawl + 68 + 119);
        store.passTime(crawl + 68);
        store.passTime(crawl + 69);
        assertThat(lastOf(1, LruSegment.COLD)).isEqualTo(new CrawlReport(1, LruSegment.COLD, 2, 3, 5, 199, 2));
    }

    @Test
    void aWaitGrowsAsLongAsMoreThanAHundredthExpiresAfterIt() {
        long crawl = START + 67;
        for (int i = 0; i < 5; i++) {
            set("k" + i, crawl + 600);
        }
        store.passTime(crawl);
        store.passTime(crawl + 1);
        assertThat(lastOf(1, LruSegment.COLD)).isEqualTo(new CrawlReport(1, LruSegment.COLD, 1, 5, 125, 5, 0));
    }

    @Test
    void aQueueWithMuchToExpireWithinTheMinuteIsCrawledSoon() {
        long crawl = START + 67;
        for (int i = 0; i < 5; i++) {
            set("k" + i, crawl + 59);
        }
        store.passTime(crawl);
        store.passTime(crawl + 1);
        assertThat(lastOf(1, LruSegment.COLD)).isEqualTo(new CrawlReport(1, LruSegment.COLD, 1, 5, 5, 5, 0));
        store.passTime(crawl + 7);
        assertThat(starts()).isEqualTo(3);
        assertThat(counters.get(Counter.CRAWLER_ITEMS_CHECKED)).isEqualTo(10);
    }

    @Test
    void aQueueThatIsCrawledSoonLeavesTheOthersToTheirTime() {
        long crawl = START + 67;
        set("expires", crawl + 59);
        set("soon", crawl + 59);
        store.passTime(crawl);
        store.passTime(crawl + 1);
        assertThat(lastOf(1, LruSegment.COLD).nextRun()).isEqualTo(5);
        assertThat(lastOf(1, LruSegment.HOT).nextRun()).isEqualTo(125);
        assertThat(lastOf(63, LruSegment.TEMP).nextRun()).isEqualTo(125);
        int before = reports.size();
        store.passTime(crawl + 7);
        store.passTime(crawl + 8);
        assertThat(reports).hasSize(before + 1).endsWith(new CrawlReport(1, LruSegment.COLD, 1, 2, 5, 2, 0));
        store.passTime(crawl + 125);
        store.passTime(crawl + 126);
        assertThat(lastOf(1, LruSegment.COLD).nextRun()).isEqualTo(65);
        before = reports.size();
        store.passTime(crawl + 127);
        store.passTime(crawl + 128);
        assertThat(reports).hasSize(before + 254);
        assertThat(lastOf(1, LruSegment.HOT).nextRun()).isEqualTo(185);
    }

    @Test
    void itemsThatLiveForAnHourOrForEverAreNotAboutToExpire() {
        long crawl = START + 67;
        set("live", 0);
        set("hour", crawl + HOUR);
        set("less", crawl + HOUR - 1);
        store.passTime(crawl);
        store.passTime(crawl + 1);
        assertThat(lastOf(1, LruSegment.COLD)).isEqualTo(new CrawlReport(1, LruSegment.COLD, 1, 1, 65, 3, 0));
    }

    @Test
    void withoutACrawlerOrAMaintainerNothingIsCrawled() {
        store.lru(LruSettings.DEFAULT.crawler(CrawlerSettings.DEFAULT.enabled(false)));
        store.passTime(START + 67);
        store.lru(LruSettings.DEFAULT.maintained(false));
        store.passTime(START + 68);
        assertThat(starts()).isOne();
        store.lru(LruSettings.DEFAULT);
        store.passTime(START + 69);
        assertThat(starts()).isEqualTo(2);
    }

    @Test
    void noMoreItemsAreLookedAtThanTheCrawlerMay() {
        store.lru(LruSettings.DEFAULT.crawler(CrawlerSettings.DEFAULT.most(1)));
        set("live", 0);
        set("expires", START + 10);
        store.passTime(START + 67);
        assertThat(store.size()).isEqualTo(2);
        assertThat(counters.get(Counter.CRAWLER_ITEMS_CHECKED)).isOne();
    }

    @Test
    void whatIsDueStaysDueWhenTheClockIsTurnedBack() {
        store.passTime(START + 1);
        store.shiftTimes(50);
        store.passTime(START + 50 + 66);
        assertThat(starts()).isOne();
        store.passTime(START + 50 + 67);
        assertThat(starts()).isEqualTo(2);
    }

    @Test
    void whatACrawlHasFoundIsNotForgottenWhenTheClockIsTurnedBack() {
        store.shiftTimes(50);
        store.passTime(START + 50 + 66);
        assertThat(starts()).isOne();
        store.passTime(START + 50 + 67);
        assertThat(starts()).isEqualTo(2);
    }

    private long starts() {
        return counters.get(Counter.LRU_CRAWLER_STARTS);
    }

    private CrawlReport lastOf(int slabClass, LruSegment segment) {
        return reports.stream()
                .filter(report -> report.slabClass() == slabClass && report.segment() == segment)
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    private void set(String key, long exptime) {
        byte[] bytes = key.getBytes(US_ASCII);
        store.link(new Item(bytes, bytes.length, 0, exptime), store.newUnique(), START);
    }
}
