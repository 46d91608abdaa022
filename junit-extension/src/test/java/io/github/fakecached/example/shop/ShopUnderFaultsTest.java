package io.github.fakecached.example.shop;

import static io.github.fakecached.fault.CommandMatcher.command;
import static io.github.fakecached.fault.CommandMatcher.withKey;
import static io.github.fakecached.junit.assertj.FakecachedAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fakecached.FakeMemcached;
import io.github.fakecached.example.shop.PageCounter.WithoutReply;
import io.github.fakecached.fault.Gate;
import io.github.fakecached.junit.Memcached;
import io.github.fakecached.junit.MemcachedTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a shop when memcached is gone, slow, full or out of date. None of these tests sleeps. */
@MemcachedTest(memoryLimit = 1024 * 1024, maxItemSize = 64 * 1024)
class ShopUnderFaultsTest {

    /** For a reply that does not come before the test lets it. */
    private static final Duration IMPATIENT = Duration.ofMillis(20);

    /** For a reply that comes at once, unless the machine is very busy. */
    private static final Duration PATIENT = Duration.ofSeconds(5);

    @Memcached
    private FakeMemcached memcached;

    private final List<Integer> queries = new ArrayList<>();
    private LineClient client;

    @BeforeEach
    void connect() {
        client = new LineClient(memcached.address());
    }

    @AfterEach
    void disconnect() throws IOException {
        client.close();
    }

    private String database(int product) {
        queries.add(product);
        return "chair";
    }

    private ProductCache products() {
        return new ProductCache(client, this::database, PATIENT);
    }

    @Test
    void whileMemcachedIsGoneTheDatabaseIsAsked() {
        var products = products();
        products.name(7);

        memcached.kill();
        assertThat(products.name(7)).isEqualTo("chair");
        assertThat(products.name(7)).isEqualTo("chair");
        assertThat(queries).hasSize(3);

        memcached.restart();
        products.name(7);
        assertThat(products.name(7)).isEqualTo("chair");
        assertThat(queries).as("one more, since memcached came back empty").hasSize(4);
    }

    @Test
    void aReadThatIsCutOffIsTriedOnceMore() {
        var products = products();
        products.name(7);
        memcached
                .faults()
                .on(command("get"))
                .nth(1)
                .duringReply()
                .truncateAfter(5)
                .thenReset();

        assertThat(products.name(7)).isEqualTo("chair");

        assertThat(queries).as("the second try found it").hasSize(1);
        assertThat(memcached.journal().exchanges(exchange -> exchange.command().equals("get")))
                .as("the miss, the one cut off, the second try")
                .hasSize(3);
    }

    @Test
    void aVisitWhoseRequestIsLostMayBeSentAgain() {
        memcached.contents().put("visits:home", "0");
        memcached.faults().on(command("incr")).nth(1).beforeExecute().dropRequest();

        new PageCounter(client, WithoutReply.SEND_AGAIN).visit("home", IMPATIENT, PATIENT);

        assertThat(memcached).hasValue("visits:home", "1");
    }

    @Test
    void aVisitWhoseReplyIsLostWouldBeCountedTwice() {
        memcached.contents().put("visits:home", "0");
        memcached.faults().on(command("incr")).nth(1).afterExecute().dropReply();

        new PageCounter(client, WithoutReply.SEND_AGAIN).visit("home", IMPATIENT, PATIENT);

        assertThat(memcached).hasValue("visits:home", "2");
    }

    @Test
    void aVisitWhoseReplyIsLostIsNotSentAgain() {
        memcached.contents().put("visits:home", "0");
        memcached.faults().on(command("incr")).nth(1).afterExecute().dropReply();

        boolean counted = new PageCounter(client, WithoutReply.GIVE_UP).visit("home", IMPATIENT, PATIENT);

        assertThat(counted).isFalse();
        assertThat(memcached).hasValue("visits:home", "1");
    }

    @Test
    void aLateReplyIsTakenForThatToAnotherRequestIfTheConnectionIsKept() throws Exception {
        memcached.contents().put("product:1", "chair");
        memcached.contents().put("product:2", "table");
        Gate gate = memcached.faults().on(withKey("product:1")).afterExecute().gate();
        try (var careless = new CarelessClient(memcached.address())) {
            assertThatThrownBy(() -> careless.get("product:1", IMPATIENT)).isInstanceOf(SocketTimeoutException.class);
            gate.open();

            assertThat(careless.get("product:2", PATIENT)).contains("chair");
        }
    }

    @Test
    void aLateReplyDoesNotMatterIfTheConnectionIsClosed() throws Exception {
        memcached.contents().put("product:1", "chair");
        memcached.contents().put("product:2", "table");
        Gate gate = memcached.faults().on(withKey("product:1")).afterExecute().gate();

        assertThatThrownBy(() -> client.get("product:1", IMPATIENT)).isInstanceOf(SocketTimeoutException.class);
        gate.open();

        assertThat(client.get("product:2", PATIENT)).contains("table");
    }

    @Test
    void aProductThatIsEvictedIsLoadedAgain() {
        var longNames = new ProductCache(client, product -> database(product).repeat(1_000), PATIENT);
        longNames.name(7);
        for (int other = 100; other < 500; other++) {
            longNames.name(other);
        }
        assertThat(memcached).doesNotHave("product:7");
        queries.clear();

        assertThat(longNames.name(7)).startsWith("chair");

        assertThat(queries).containsExactly(7);
        assertThat(memcached.stats().get("evictions")).isNotEqualTo("0");
    }

    @Test
    void aProductIsLoadedAgainAfterFiveMinutes() {
        var products = products();
        products.name(7);

        memcached.clock().advance(Duration.ofMinutes(5));
        products.name(7);

        assertThat(queries).hasSize(2);
    }

    @Test
    void headlinesAreCollectedByOneOfThoseWhoWantThem() throws IOException {
        memcached.clock().pause();
        List<String> collected = new ArrayList<>();
        try (var other = new LineClient(memcached.address())) {
            Headlines second = new Headlines(other, () -> "the other's", PATIENT);
            Headlines first = new Headlines(
                    client,
                    () -> {
                        collected.add("news " + collected.size());
                        readWhileTheyAreCollected(second, collected);
                        return collected.get(collected.size() - 1);
                    },
                    PATIENT);

            assertThat(first.read()).contains("news 0");
            assertThat(second.read()).contains("news 0");

            memcached.clock().advance(Duration.ofSeconds(51));
            assertThat(first.read()).as("nine seconds before they expire").contains("news 1");
            assertThat(second.read()).contains("news 1");
        }
    }

    private static void readWhileTheyAreCollected(Headlines headlines, List<String> collected) {
        try {
            assertThat(headlines.read()).isEqualTo(collected.size() == 1 ? Optional.empty() : Optional.of("news 0"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Goes on with a connection whose last reply has not come. */
    private static final class CarelessClient extends LineClient {

        CarelessClient(InetSocketAddress server) {
            super(server);
        }

        @Override
        void afterFailure() {}
    }
}
