package io.github.fakecached;

import static io.github.fakecached.OutageEffects.assertReset;
import static io.github.fakecached.OutageEffects.settle;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What clients see of a fake that is cut off from them. */
@Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PartitionTest {

    private static final String SET = "set a 0 0 1\r\n1\r\n";
    private static final String STORED = "STORED\r\n";
    private static final byte[] BINARY_SET =
            BinaryConversation.request(0x01, new byte[8], new byte[] {'a'}, new byte[] {'1'});
    private static final byte[] BINARY_NOOP = BinaryConversation.request(0x0a, new byte[0], new byte[0], new byte[0]);

    @Test
    void whatIsSentInAPartitionIsLostAndItsConnectionResetWhenTheNetworkHeals() throws IOException {
        try (FakeMemcached memcached = FakeMemcached.start();
                TextConversation text = new TextConversation(memcached.address());
                BinaryConversation binary = new BinaryConversation(memcached.address());
                TextConversation silent = new TextConversation(memcached.address())) {
            text.say("version\r\n");
            binary.ask(BINARY_NOOP);
            silent.say("version\r\n");

            memcached.partition();
            memcached.partition();
            text.send(SET);
            binary.send(BINARY_SET);
            try (TextConversation later = new TextConversation(memcached.address())) {
                later.send(SET);
                settle(memcached);

                assertThat(memcached.isPartitioned()).isTrue();
                assertThat(memcached.toString()).endsWith("(partitioned)");
                assertThat(text.hasReply()).isFalse();
                assertThat(binary.hasReply()).isFalse();
                assertThat(later.hasReply()).isFalse();

                memcached.heal();
                memcached.heal();

                assertReset(() -> text.read(1));
                assertReset(() -> binary.ask(new byte[0]));
                assertReset(() -> later.read(1));
            }
            assertThat(memcached.isPartitioned()).isFalse();
            assertThat(memcached.contents().isEmpty()).isTrue();
            assertThat(silent.say(SET)).isEqualTo(STORED);
        }
    }

    @Test
    void whatCameBeforeAPartitionIsAnsweredAndWhatCameBeforeItsEndIsLost() throws IOException {
        try (FakeMemcached memcached = FakeMemcached.start();
                TextConversation client = new TextConversation(memcached.address())) {
            client.send(SET);
            memcached.partition();
            assertThat(client.readLine()).isEqualTo("STORED\r");

            client.send("delete a\r\n");
            memcached.heal();
            assertReset(() -> client.read(1));
            assertThat(memcached.contents().get("a")).isPresent();
        }
    }

    @Test
    void aConnectionThatLostALineOfTheLogIsReset() throws IOException {
        try (FakeMemcached memcached = FakeMemcached.start();
                TextConversation watcher = new TextConversation(memcached.address())) {
            watcher.send("watch mutations\r\n");
            assertThat(watcher.readLine()).isEqualTo("OK\r");

            memcached.partition();
            memcached.contents().put("a", "1");
            memcached.heal();

            assertReset(() -> watcher.read(1));
        }
    }

    @Test
    void aConnectionTooManyIsToldNothingInAPartition() throws IOException {
        try (FakeMemcached memcached = FakeMemcached.builder().maxConnections(1).start();
                TextConversation first = new TextConversation(memcached.address())) {
            first.say("version\r\n");
            memcached.partition();
            try (TextConversation second = new TextConversation(memcached.address())) {
                settle(memcached);
                assertThat(memcached.stats()).containsEntry("rejected_connections", "1");
                assertThat(second.hasReply()).isFalse();

                memcached.heal();
                assertReset(() -> second.read(1));
            }
        }
    }
}
