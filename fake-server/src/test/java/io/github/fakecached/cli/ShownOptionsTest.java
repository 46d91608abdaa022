package io.github.fakecached.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fakecached.FakeMemcached;
import io.github.fakecached.MemcachedVersion;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code stats settings} shows of options, as memcached 1.6.18 and 1.6.45 did when started with them. */
class ShownOptionsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -o hashpower=20                        | hashpower_init 20
            -o hash_algorithm=jenkins              | hash_algorithm jenkins
            -o hash_algorithm=xxh3                 | hash_algorithm xxh3
            -o tail_repair_time=300                | tail_repair_time 300
            -o slab_reassign                       | slab_reassign yes
            -o no_slab_reassign                    | slab_reassign no
            -o no_slab_reassign,slab_reassign      | slab_reassign yes
            -o slab_automove                       | slab_automove 1
            -o slab_automove=0                     | slab_automove 0
            -o slab_automove=2                     | slab_automove 2
            -o no_slab_automove                    | slab_automove 0
            -o slab_automove=2,no_slab_automove    | slab_automove 0
            -o no_slab_automove,slab_automove=2    | slab_automove 2
            -o slab_automove_ratio=0.123           | slab_automove_ratio 0.12
            -o slab_automove_window=100            | slab_automove_window 100
            -o slab_automove_freeratio=0.02345     | slab_automove_freeratio 0.023
            -o slab_automove_freeratio=2           | slab_automove_freeratio 2.000
            -o lru_crawler                         | lru_crawler yes
            -o no_lru_crawler                      | lru_crawler no
            -o no_lru_crawler=1                    | lru_crawler no
            -o no_lru_crawler,lru_crawler          | lru_crawler yes
            -o lru_crawler,no_lru_crawler          | lru_crawler no
            -o lru_crawler_sleep=5000              | lru_crawler_sleep 5000
            -o lru_crawler_tocrawl=123             | lru_crawler_tocrawl 123
            -o no_lru_maintainer,lru_maintainer    | lru_maintainer_thread yes
            -o lru_maintainer,no_lru_maintainer    | lru_maintainer_thread no
            -o warm_max_factor=1.255               | warm_max_factor 1.25
            -o read_buf_mem_limit=64               | read_buf_mem_limit 67108864
            -o watcher_logbuf_size=128             | watcher_logbuf_size 131072
            -o watcher_logbuf_size=0               | watcher_logbuf_size 0
            -o worker_logbuf_size=128              | worker_logbuf_size 131072
            -o ext_wbuf_size=8                     | ext_wbuf_size 8388608
            -o ext_item_size=100                   | ext_item_size 100
            -o ext_item_age=99                     | ext_item_age 99
            -o ext_low_ttl=5                       | ext_low_ttl 5
            -o ext_recache_rate=10                 | ext_recache_rate 10
            -o ext_compact_under=3                 | ext_compact_under 3
            -o ext_drop_under=3                    | ext_drop_under 3
            -o ext_max_sleep=5                     | ext_max_sleep 5
            -o ext_max_frag=0.5                    | ext_max_frag 0.50
            -o ext_drop_unread                     | ext_drop_unread yes
            -N 2                                   | num_napi_ids 2
            """)
    void settingsShowWhatAnOptionSays(String options, String shown) throws IOException {
        for (MemcachedVersion version : MemcachedVersion.values()) {
            assertThat(say("--memcached-version " + version + " " + options, "stats settings\r\n", "END\r\n"))
                    .contains("STAT " + shown + "\r\n");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -o no_slab_reassign | slabs reassign x 1 | CLIENT_ERROR slab reassignment disabled
            -o no_lru_crawler   | lru_crawler crawl all | CLIENT_ERROR lru crawler disabled
            """)
    void whatIsTurnedOffIsRefused(String options, String command, String reply) throws IOException {
        assertThat(say(options, command + "\r\n", "\r\n")).isEqualTo(reply + "\r\n");
    }

    private static String say(String options, String request, String end) throws IOException {
        var given = GivenOptions.read(("-p 0 " + options).split(" "));
        try (FakeMemcached memcached = ServerPlan.of(given).start();
                Connection client = new Connection(memcached.address())) {
            return client.ask(request, end);
        }
    }
}
