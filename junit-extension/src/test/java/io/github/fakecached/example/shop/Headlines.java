package io.github.fakecached.example.shop;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Headlines that take long to collect, and are wanted by everybody at once. With the flags N and R of {@code mg} memcached tells
 * one of its clients to collect them (W), before they expire if it can, and the others that somebody does (Z).
 */
final class Headlines {

    private static final String LOOK = "mg headlines v N30 R10";

    private final LineClient client;
    private final Supplier<String> collect;
    private final Duration timeout;

    Headlines(LineClient client, Supplier<String> collect, Duration timeout) {
        this.client = client;
        this.collect = collect;
        this.timeout = timeout;
    }

    /** The headlines, perhaps a few seconds old; nothing if they are being collected for the first time. */
    Optional<String> read() throws IOException {
        List<String> reply = Arrays.asList(client.ask(LOOK, timeout).split(" "));
        String value = client.readLine();
        if (reply.contains("W")) {
            String fresh = collect.get();
            client.ask("ms headlines " + fresh.getBytes(UTF_8).length + " T60\r\n" + fresh, timeout);
            return Optional.of(fresh);
        }
        return Optional.of(value).filter(old -> !old.isEmpty());
    }
}
