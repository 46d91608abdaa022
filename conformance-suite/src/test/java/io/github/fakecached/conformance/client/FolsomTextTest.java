package io.github.fakecached.conformance.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.spotify.folsom.AsciiMemcacheClient;
import com.spotify.folsom.MemcacheClientBuilder;
import com.spotify.folsom.MemcacheStatus;
import org.junit.jupiter.api.Test;

/** folsom, connected for the text protocol. */
class FolsomTextTest extends FolsomOperations<AsciiMemcacheClient<String>> {

    @Override
    AsciiMemcacheClient<String> connect(MemcacheClientBuilder<String> builder) {
        return builder.connectAscii();
    }

    @Override
    MemcacheStatus replaceOfAMissingKey() {
        return MemcacheStatus.ITEM_NOT_STORED;
    }

    @Test
    void incrAndDecr() throws Exception {
        assertThat(done(client.incr("n", 1))).isNull();
        done(client.set("n", "10", 0));
        assertThat(done(client.incr("n", 5))).isEqualTo(15);
        assertThat(done(client.decr("n", 6))).isEqualTo(9);
        assertThat(done(client.decr("n", 100))).isZero();
    }
}
