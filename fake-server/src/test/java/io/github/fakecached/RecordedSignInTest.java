package io.github.fakecached;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Says to the fake what clients said to a real memcached that makes them sign in, and expects the same replies byte for byte. */
class RecordedSignInTest {

    @TestFactory
    Stream<DynamicContainer> theFakeAnswersAsRecorded() {
        return Stream.of(MemcachedVersion.values())
                .map(version -> DynamicContainer.dynamicContainer(
                        "memcached " + version,
                        connections(version)
                                .map(lines -> DynamicTest.dynamicTest(lines.get(0), () -> replay(version, lines)))));
    }

    private static void replay(MemcachedVersion version, List<String> lines) throws IOException {
        try (FakeMemcached memcached = FakeMemcached.builder()
                        .version(version)
                        .textUser("user", "secret")
                        .textUser("second", "pa ss")
                        .textUser("colon", "a:b")
                        .start();
                TextConversation client = new TextConversation(memcached.address())) {
            String sent = "";
            for (String line : lines) {
                if (line.equals("< closed")) {
                    assertThat(client.finish()).as("answer to %.80s", sent).isEmpty();
                    return;
                } else if (line.startsWith(">")) {
                    sent = line.substring(2);
                    client.send(RecordedText.unescape(sent));
                } else {
                    String reply = line.equals("<") ? "" : RecordedText.unescape(line.substring(2));
                    assertThat(client.read(reply.length()))
                            .as("answer to %.80s", sent)
                            .isEqualTo(reply);
                }
            }
            assertThat(client.finish())
                    .as("more than the answer to %.80s", sent)
                    .isEmpty();
        }
    }

    private static Stream<List<String>> connections(MemcachedVersion version) {
        String resource = "/transcripts/sign-in-" + version + ".txt";
        try (InputStream in =
                Objects.requireNonNull(RecordedSignInTest.class.getResourceAsStream(resource), resource)) {
            return Arrays.stream(new String(in.readAllBytes(), US_ASCII).split("\n\n"))
                    .skip(1)
                    .map(paragraph -> List.of(paragraph.split("\n")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
