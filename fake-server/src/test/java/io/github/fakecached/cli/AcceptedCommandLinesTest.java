package io.github.fakecached.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.fakecached.FakeMemcached;
import io.github.fakecached.FakeMemcachedBuilder;
import io.github.fakecached.MemcachedVersion;
import io.github.fakecached.TestCertificates;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptedCommandLinesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-u memcache -m 64 -p 11211 -l 127.0.0.1 -c 1024 -P /run/memcached.pid -U 0",
                "-vv -B ascii",
                "-vv -B auto",
                "-vv -B binary",
                "-b 8675",
                "-t 32 -R 500 -o read_buf_mem_limit=1",
                "-m 60 -o slab_reassign,slab_automove,lru_crawler,lru_maintainer,slab_automove_window=3",
                "-m 12 -o no_lru_crawler,slab_reassign,slab_automove=0,slab_chunk_max=16",
                "-m 256 -I 32m",
                "-M -m 2",
                "-m 6 -o lru_maintainer,lru_crawler -l 127.0.0.1",
                "-m 4098 -M",
                "-I 2097152",
                "-I 512K -o slab_chunk_max=16",
                "-I 1024 -o slab_chunk_max=1,no_lru_crawler,no_lru_maintainer",
                "-m 16 -o modern",
                "-o drop_privileges",
                "-o ssl_min_version=3",
                "-o ext_item_size=500,ext_item_age=1,ext_max_frag=0.9",
                "-o lru_maintainer,lru_crawler,temporary_ttl=61,hot_lru_pct=40,warm_lru_pct=40",
                "-o idle_timeout=0,maxconns_fast",
                "-o watcher_logbuf_size=8 -o worker_logbuf_size=8,hash_algorithm=xxh3,tail_repair_time=10",
                "-f 1.1 -n 72 -N 2 -r -k -L -X -W -a 0700",
                "-l proto[ascii]:tag[services]:127.0.0.1:0",
                "-l tag_b_:127.0.0.1",
                "--enable-coredumps --user root --lock-memory --verbose --slab-growth-factor=1.5 --threads=2",
            })
    void commandLinesOfMemcachedAreAccepted(String line) {
        assertThatCode(() -> plan(line)).doesNotThrowAnyException();
    }

    @Test
    void optionsThatWorkReachTheServer() throws IOException {
        String line =
                "-p 0 -R 3 -b 50 -B ascii -o modern,idle_timeout=3 -m 128 -M -c 100 -I 2m -C -F -A -t 7 -vv --memcached-version 1.6.18";
        try (FakeMemcached memcached = plan(line).start();
                Connection client = new Connection(memcached.address())) {
            assertThat(client.ask("stats settings\r\n", "END\r\n"))
                    .contains(
                            "STAT maxbytes 134217728\r\n",
                            "STAT evictions off\r\n",
                            "STAT reqs_per_event 3\r\n",
                            "STAT tcp_backlog 50\r\n",
                            "STAT idle_timeout 3\r\n",
                            "STAT maxconns 100\r\n",
                            "STAT binding_protocol ascii\r\n",
                            "STAT item_size_max 2097152\r\n",
                            "STAT cas_enabled no\r\n",
                            "STAT shutdown_command yes\r\n",
                            "STAT num_threads 7\r\n",
                            "STAT verbosity 2\r\n",
                            "STAT flush_enabled no\r\n");
            assertThat(memcached.version()).isEqualTo(MemcachedVersion.V1_6_18);
        }
    }

    @Test
    void optionsOfTlsReachTheServer(@TempDir Path folder) throws IOException {
        Path chain = copy("server.pem", folder);
        Path key = copy("server.key", folder);
        Path authority = copy("authority.pem", folder);
        String line = "-p -1 -Z -o ssl_chain_cert=" + chain + ",ssl_key=" + key + ",ssl_ca_cert=" + authority
                + ",ssl_verify_mode=1,ssl_min_version=3,ssl_ciphers=HIGH,ssl_wbuf_size=8,ssl_session_cache"
                + ",ssl_kernel_tls,ssl_keyformat=1";
        try (FakeMemcached memcached = plan(line).start();
                Socket socket = TestCertificates.clientContext()
                        .getSocketFactory()
                        .createSocket(memcached.address().getAddress(), memcached.port());
                Connection client = new Connection(socket)) {
            assertThat(client.ask("stats settings\r\n", "END\r\n"))
                    .contains("STAT ssl_enabled yes\r\nSTAT ssl_chain_cert " + chain + "\r\nSTAT ssl_key " + key
                            + "\r\nSTAT ssl_verify_mode 1\r\nSTAT ssl_keyformat 1\r\nSTAT ssl_ciphers HIGH\r\n"
                            + "STAT ssl_ca_cert " + authority + "\r\nSTAT ssl_wbuf_size 8192\r\n"
                            + "STAT ssl_session_cache yes\r\nSTAT ssl_kernel_tls yes\r\nSTAT ssl_min_version tlsv1.3");
        }
    }

    private static Path copy(String certificates, Path folder) throws IOException {
        String resource = "/io/github/fakecached/internal/tls/" + certificates;
        try (InputStream in = AcceptedCommandLinesTest.class.getResourceAsStream(resource)) {
            Path file = folder.resolve(certificates);
            Files.copy(in, file);
            return file;
        }
    }

    @Test
    void optionsAboutMemoryAndStatisticsReachTheServer() throws IOException {
        String line = "-p 0 -f 1.5 -n 72 -X -D / -o track_sizes,slab_chunk_max=256,hot_lru_pct=30,warm_lru_pct=35"
                + " -o hot_max_factor=0.3,warm_max_factor=3,temporary_ttl=45";
        try (FakeMemcached memcached = plan(line).start();
                Connection client = new Connection(memcached.address())) {
            assertThat(client.ask("stats settings\r\n", "END\r\n"))
                    .contains("STAT growth_factor 1.50\r\n", "STAT chunk_size 72\r\n", "STAT slab_chunk_max 262144\r\n")
                    .contains("STAT dump_enabled no\r\n", "STAT stat_key_prefix /\r\n", "STAT detail_enabled yes\r\n")
                    .contains("STAT track_sizes yes\r\n", "STAT hot_lru_pct 30\r\n", "STAT warm_lru_pct 35\r\n")
                    .contains("STAT hot_max_factor 0.30\r\n", "STAT warm_max_factor 3.00\r\n")
                    .contains("STAT temp_lru yes\r\n", "STAT temporary_ttl 45\r\n");
        }
        try (FakeMemcached memcached = plan("-p 0 -o no_lru_maintainer").start();
                Connection client = new Connection(memcached.address())) {
            assertThat(client.ask("stats settings\r\n", "END\r\n"))
                    .contains("STAT lru_maintainer_thread no\r\n", "STAT lru_segmented no\r\n");
        }
    }

    /** The classes are those that memcached of both versions put these items into. */
    @Test
    void slabSizesReachTheServer() throws IOException {
        try (FakeMemcached memcached = plan("-p 0 -o slab_sizes=100-200-405").start();
                Connection client = new Connection(memcached.address())) {
            for (int length : new int[] {1, 60, 150, 300, 1000, 100_000}) {
                client.ask("set k" + length + " 0 0 " + length + "\r\n" + "v".repeat(length) + "\r\n", "\r\n");
            }
            assertThat(client.ask("stats slabs\r\n", "END\r\n"))
                    .contains("STAT 1:chunk_size 104\r\n", "STAT 1:used_chunks 1\r\n")
                    .contains("STAT 2:chunk_size 200\r\n", "STAT 2:used_chunks 1\r\n")
                    .contains("STAT 3:chunk_size 408\r\n", "STAT 3:used_chunks 2\r\n")
                    .contains("STAT 4:chunk_size 524288\r\n", "STAT 4:used_chunks 2\r\n");
        }
    }

    @Test
    void withoutOptionsItIsTheNewestVersionOnTheLoopbackAddress() {
        try (FakeMemcached memcached = plan("-p 0").start()) {
            assertThat(memcached.version()).isEqualTo(MemcachedVersion.V1_6_45);
            assertThat(memcached.address().getAddress().isLoopbackAddress()).isTrue();
        }
    }

    /** -W forbids a command that the fake does not have; once it has it, it must work. */
    @Test
    void whatDisablingDumpsAndWatchersForbidsIsNotDone() throws IOException {
        try (FakeMemcached memcached = plan("-p 0 -X -W").start();
                Connection client = new Connection(memcached.address())) {
            assertThat(client.ask("lru_crawler metadump all\r\n", "\r\n")).contains("ERROR");
            assertThat(client.ask("lru_crawler mgdump all\r\n", "\r\n")).contains("ERROR");
            assertThat(client.ask("stats cachedump 1 1\r\n", "\r\n")).contains("ERROR");
            assertThat(client.ask("watch\r\n", "\r\n")).contains("ERROR");
        }
    }

    private static FakeMemcachedBuilder plan(String line) {
        return ServerPlan.of(GivenOptions.read(line.split(" ")));
    }
}
