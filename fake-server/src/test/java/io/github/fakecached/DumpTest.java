package io.github.fakecached;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fakecached.clock.ControllableClock;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** {@code lru_crawler metadump} and {@code mgdump}, in the forms in which real servers of both versions answered. */
class DumpTest {

    private static final String ITEMS =
            "set b 0 0 1\r\n1\r\nset a%b\u00c3\u00a9~ 7 100 3\r\n123\r\nms YWJj 1 b\r\n1\r\n"
                    + "set gone 0 -1 1\r\n1\r\nget b\r\n";

    private final ControllableClock clock = ControllableClock.running();

    @Test
    void metadumpTellsWhatIsKnownOfEachItem() throws IOException {
        clock.pause();
        long now = clock.epochSecond();
        try (FakeMemcached memcached = FakeMemcached.builder().clock(clock).start();
                TextConversation client = new TextConversation(memcached.address())) {
            client.say(ITEMS);
            assertThat(client.say("lru_crawler metadump all\r\n"))
                    .isEqualTo("OK\r\n"
                            + "key=b exp=-1 la=" + now + " cas=2 fetch=yes cls=1 size=61 flags=0 \n"
                            + "key=a%25b%C3%A9~ exp=" + (now + 100) + " la=" + now
                            + " cas=3 fetch=no cls=1 size=72 flags=7 \n"
                            + "key=abc exp=-1 la=" + now + " cas=4 fetch=no cls=1 size=63 flags=0 \n"
                            + "END\r\n");
        }
    }

    @Test
    void metadumpOf1618HasNeitherOkNorFlags() throws IOException {
        clock.pause();
        long now = clock.epochSecond();
        try (FakeMemcached memcached = FakeMemcached.builder()
                        .version(MemcachedVersion.V1_6_18)
                        .clock(clock)
                        .start();
                TextConversation client = new TextConversation(memcached.address())) {
            client.say("set b 3 0 1\r\n1\r\n");
            assertThat(client.say("lru_crawler metadump hash\r\n"))
                    .isEqualTo("key=b exp=-1 la=" + now + " cas=1 fetch=no cls=1 size=65\nEND\r\n");
        }
    }

    @Test
    void itemsOfAllQueuesAndClassesAreListedUntilTheyExpire() throws IOException {
        clock.pause();
        try (FakeMemcached memcached = FakeMemcached.builder().clock(clock).start();
                TextConversation client = new TextConversation(memcached.address())) {
            client.say("set cold 0 0 1\r\n1\r\nset large 0 2 100\r\n" + "x".repeat(100) + "\r\n");
            clock.advance(Duration.ofSeconds(1));
            client.say("set hot 0 0 1\r\n1\r\n");
            assertThat(client.say("lru_crawler mgdump all\r\n").lines())
                    .containsExactlyInAnyOrder("OK", "mg cold", "mg large", "mg hot", "EN");
            clock.advance(Duration.ofSeconds(2));
            assertThat(client.say("lru_crawler mgdump hash\r\n").lines())
                    .containsExactlyInAnyOrder("OK", "mg cold", "mg hot", "EN");
        }
    }

    @Test
    void dumpsCanBeForbidden() throws IOException {
        try (FakeMemcached memcached = FakeMemcached.builder()
                        .administration(Administration.defaults().dumpEnabled(false))
                        .start();
                TextConversation client = new TextConversation(memcached.address())) {
            assertThat(client.say("lru_crawler metadump x\r\n")).isEqualTo("ERROR metadump not allowed\r\n");
            assertThat(client.say("lru_crawler mgdump x\r\n")).isEqualTo("ERROR key dump not allowed\r\n");
        }
    }
}
