package io.github.fakecached.conformance.lockstep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.fakecached.conformance.OpenTarget;
import io.github.fakecached.conformance.target.TargetSource;
import io.github.fakecached.conformance.target.Targets;
import io.github.fakecached.conformance.wire.RawText;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The standalone fake and every real server that is here, started with the same options, show the same settings. */
class OptionsTest {

    private static final List<String> COMMAND_LINES = List.of(
            "-m 64",
            "-m 100 -c 500 -t 3 -R 7 -b 99 -f 1.5 -n 72 -D / -C -M -F -X -A -v -o idle_timeout=77,track_sizes",
            "-m 64 -o hashpower=20,hash_algorithm=jenkins,tail_repair_time=300,no_slab_reassign,slab_automove=2"
                    + " -o slab_automove_ratio=0.123,slab_automove_window=100,slab_automove_freeratio=0.02345"
                    + " -o lru_crawler_sleep=5000,lru_crawler_tocrawl=123,temporary_ttl=30"
                    + " -o hot_lru_pct=10,warm_lru_pct=60,hot_max_factor=0.5,warm_max_factor=1.255",
            "-m 64 -o no_lru_crawler,no_lru_maintainer,no_slab_automove,hash_algorithm=xxh3"
                    + " -o read_buf_mem_limit=64,watcher_logbuf_size=128,worker_logbuf_size=128",
            "-m 64 -o no_lru_crawler,lru_crawler,no_lru_maintainer,lru_maintainer,no_slab_reassign,slab_reassign"
                    + " -o slab_automove=2,no_slab_automove",
            "-m 64 -o ext_wbuf_size=8,ext_item_size=100,ext_item_age=99,ext_low_ttl=5,ext_recache_rate=10"
                    + " -o ext_compact_under=3,ext_drop_under=4,ext_max_sleep=5,ext_max_frag=0.555,ext_drop_unread");

    @TestFactory
    Stream<DynamicTest> theSettingsAreThoseOfRealMemcached() {
        return COMMAND_LINES.stream()
                .map(line -> line.split(" "))
                .flatMap(options -> Targets.configured().real(options).stream()
                        .filter(source -> !source.kind().equals("address"))
                        .map(source -> dynamicTest(
                                source.name() + " " + String.join(" ", options), () -> compare(source, options))));
    }

    private static void compare(TargetSource source, String... options) throws Exception {
        try (var real = OpenTarget.orAbort(source)) {
            var forFake = new ArrayList<>(Arrays.asList(options));
            var version = real.version().hasNewParser() ? "1.6.45" : "1.6.18";
            forFake.add("--memcached-version=" + version);
            try (var fake = StandaloneFake.start(forFake)) {
                assertThat(settings(fake.address())).isEqualTo(settings(real.address()));
            }
        }
    }

    /** But for where each listens, and what builds with a proxy have more. */
    private static List<String> settings(InetSocketAddress server) {
        try (var connection = RawText.connect(server)) {
            return connection
                    .ask("stats settings\r\n")
                    .text()
                    .lines()
                    .filter(line -> !line.matches("STAT (tcpport|udpport|inter|proxy_\\w+) .*"))
                    .toList();
        }
    }
}
