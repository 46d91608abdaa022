package io.github.fakecached;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AdministrationTest {

    @Test
    void connectionsAreListedByTheirDescriptors() throws IOException {
        try (FakeMemcached memcached = FakeMemcached.start();
                TextConversation idle = new TextConversation(memcached.address());
                TextConversation sending = new TextConversation(memcached.address());
                TextConversation asking = new TextConversation(memcached.address())) {
            idle.say("");
            sending.say("");
            sending.send("set a 0 0 9\r\n12345");
            String conns = asking.say("stats conns\r\n");
            assertThat(conns.replaceAll("127.0.0.1:\\d+", "HOST:PORT").replaceAll("(:secs_since_last_cmd) \\d", "$1 N"))
                    .isEqualTo("""
                            STAT 27:addr tcp:HOST:PORT
                            STAT 27:state conn_listening
                            STAT 27:secs_since_last_cmd N
                            STAT 28:addr tcp:HOST:PORT
                            STAT 28:listen_addr tcp:HOST:PORT
                            STAT 28:state conn_read
                            STAT 28:secs_since_last_cmd N
                            STAT 29:addr tcp:HOST:PORT
                            STAT 29:listen_addr tcp:HOST:PORT
                            STAT 29:state conn_nread
                            STAT 29:secs_since_last_cmd N
                            STAT 30:addr tcp:HOST:PORT
                            STAT 30:listen_addr tcp:HOST:PORT
                            STAT 30:state conn_parse_cmd
                            STAT 30:secs_since_last_cmd N
                            END
                            """.replace("\n", "\r\n"));
            assertThat(conns).startsWith("STAT 27:addr tcp:127.0.0.1:" + memcached.port() + "\r\n");
        }
    }

    @ParameterizedTest
    @EnumSource
    void withoutDumpsKeysAreNotListed(MemcachedVersion version) throws IOException {
        String detail = version == MemcachedVersion.V1_6_18 ? "OK\r\n" : "CLIENT_ERROR stats detail not allowed\r\n";
        assertThat(say(version, set -> set.dumpEnabled(false), "stats cachedump 1\r\nstats detail on\r\n"))
                .isEqualTo("CLIENT_ERROR stats cachedump not allowed\r\n" + detail);
    }

    @Test
    void aDelimiterMakesPrefixesCountFromTheStart() throws IOException {
        assertThat(say(
                        MemcachedVersion.V1_6_45,
                        set -> set.prefixDelimiter('/'),
                        "get a/b\r\nget a:b\r\nstats detail dump\r\n"))
                .isEqualTo("END\r\nEND\r\nPREFIX a get 1 hit 0 set 0 del 0\r\nEND\r\n");
    }

    @ParameterizedTest
    @EnumSource
    void sizesAreCountedIfTheyAreTracked(MemcachedVersion version) throws IOException {
        assertThat(say(version, set -> set.sizesTracked(true), "set a 0 0 8\r\n12345678\r\nstats sizes\r\n"))
                .isEqualTo("STORED\r\nSTAT 96 1\r\nEND\r\n");
    }

    @Test
    void settingsTellWhatIsAllowedAndShown() throws IOException {
        assertThat(say(
                        MemcachedVersion.V1_6_45,
                        set -> set.dumpEnabled(false)
                                .threads(9)
                                .verbosity(2)
                                .prefixDelimiter('#')
                                .sizesTracked(true),
                        "stats settings\r\n"))
                .contains("STAT dump_enabled no\r\n", "STAT num_threads 9\r\n", "STAT num_threads_per_udp 9\r\n")
                .contains("STAT verbosity 2\r\n", "STAT stat_key_prefix #\r\n", "STAT detail_enabled yes\r\n")
                .contains("STAT track_sizes yes\r\n");
    }

    @Test
    void memoryIsUsedAsItIsTuned() throws IOException {
        MemoryTuning tuning = MemoryTuning.defaults()
                .chunks(1.5, 100, 65536)
                .lruPercentages(10, 20)
                .lruMaxFactors(0.5, 1.5)
                .temporaryTtl(7)
                .lruMaintainer(false);
        try (FakeMemcached memcached =
                        FakeMemcached.builder().memoryTuning(tuning).start();
                TextConversation client = new TextConversation(memcached.address())) {
            assertThat(client.say("stats settings\r\n"))
                    .contains("STAT growth_factor 1.50\r\n", "STAT chunk_size 100\r\n", "STAT slab_chunk_max 65536\r\n")
                    .contains("STAT hot_lru_pct 10\r\n", "STAT warm_lru_pct 20\r\n", "STAT hot_max_factor 0.50\r\n")
                    .contains("STAT warm_max_factor 1.50\r\n", "STAT temp_lru yes\r\n", "STAT temporary_ttl 7\r\n")
                    .contains("STAT lru_maintainer_thread no\r\n", "STAT lru_segmented no\r\n");
            assertThat(client.say("set a 0 0 100\r\n" + "1".repeat(100) + "\r\nstats slabs\r\nlru mode flat\r\n"))
                    .contains("STAT 2:chunk_size 232\r\n")
                    .endsWith("ERROR\r\n");
            assertThat(client.say("stats items\r\n")).doesNotContain("number_hot", "moves_to_cold");
        }
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Administration.defaults().threads(0))
                .withMessage("a memcached has at least 1 thread, not 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MemoryTuning.defaults().lruPercentages(41, 40))
                .withMessage("HOT and WARM have at most 80 % together, not 81");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MemoryTuning.defaults().chunks(1, 48, 1024))
                .withMessage("a growth factor is more than 1, not 1.0");
    }

    @Test
    void aShownSettingThatIsNoneIsRefusedWithThoseThatThereAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Administration.defaults().shownSetting("maxbytes", "1"))
                .withMessageContainingAll("has no \"maxbytes\" that is only shown", "ext_item_size");
    }

    private static String say(MemcachedVersion version, UnaryOperator<Administration> change, String request)
            throws IOException {
        try (FakeMemcached memcached = FakeMemcached.builder()
                        .version(version)
                        .administration(change.apply(Administration.defaults()))
                        .start();
                TextConversation client = new TextConversation(memcached.address())) {
            return client.say(request);
        }
    }
}
