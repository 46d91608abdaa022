package io.github.fakecached.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fakecached.FakeMemcached;
import io.github.fakecached.junit.MemcachedTest;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Of those who find nothing, or something that is about to expire, one is told to make it anew. For docs/recipes/stampede.md. */
@MemcachedTest
class StampedeTest {

    private static final Duration PATIENT = Duration.ofSeconds(5);
    private static final String LOOK = "mg headlines v N30 R10";

    @Test
    void oneOfTwoReadersMakesTheHeadlines(FakeMemcached memcached) throws IOException {
        memcached.clock().pause();
        try (var first = new LineClient(memcached.address());
                var second = new LineClient(memcached.address())) {
            // nothing there: N30 makes an empty item that lives for 30 s
            assertThat(look(first)).isEqualTo("VA 0 W"); // has won, and collects the headlines
            assertThat(look(second)).isEqualTo("VA 0 Z"); // somebody else does

            first.ask("ms headlines 4 T60\r\nnews", PATIENT);
            assertThat(look(second)).isEqualTo("VA 4");

            // less than 10 s left: R10 has one of them renew it, and the others go on with what is there
            memcached.clock().advance(Duration.ofSeconds(51));
            assertThat(look(first)).isEqualTo("VA 4 W");
            assertThat(look(second)).isEqualTo("VA 4 Z");
        }
    }

    private static String look(LineClient client) throws IOException {
        String head = client.ask(LOOK, PATIENT);
        client.readLine(); // the value
        return head;
    }
}
