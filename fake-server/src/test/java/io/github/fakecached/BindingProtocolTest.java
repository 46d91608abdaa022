package io.github.fakecached;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the option {@code -B} decides: which protocols the port speaks. */
class BindingProtocolTest {

    private static final byte[] NONE = {};
    private static final byte[] VERSION = BinaryConversation.request(0x0b, NONE, NONE, NONE);

    @Test
    void byDefaultEachConnectionMayChoose() throws IOException {
        try (FakeMemcached memcached = FakeMemcached.start();
                TextConversation text = new TextConversation(memcached.address());
                BinaryConversation binary = new BinaryConversation(memcached.address())) {
            assertThat(text.say("get a\r\n")).isEqualTo("END\r\n");
            assertThat(binary.say(VERSION)).hasSize(24 + "1.6.45".length());
        }
    }

    @Test
    void binaryBytesAreTextToAServerOfTextOnly() throws IOException {
        try (FakeMemcached memcached = serving(BindingProtocol.ASCII);
                TextConversation client = new TextConversation(memcached.address())) {
            assertThat(client.say("\u0080\u000b" + "\0".repeat(22) + "\r\nget a\r\n"))
                    .isEqualTo("ERROR\r\nEND\r\n");
        }
    }

    @Test
    void textIsWaitedForAsAHeaderAndThenHungUpOnByAServerOfBinaryOnly() throws IOException {
        try (FakeMemcached memcached = serving(BindingProtocol.BINARY);
                BinaryConversation binary = new BinaryConversation(memcached.address());
                TextConversation text = new TextConversation(memcached.address())) {
            text.send("get a\r\nget a\r\nget a\r\nge");
            assertThat(binary.say(VERSION)).hasSize(24 + "1.6.45".length());
            assertThat(text.hasReply()).isFalse();
            assertThat(text.sayLast("t")).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"AUTO, auto-negotiate", "ASCII, ascii", "BINARY, binary"})
    void theSettingsNameTheProtocols(BindingProtocol protocol, String name) throws IOException {
        try (FakeMemcached memcached = serving(protocol)) {
            String settings = protocol == BindingProtocol.BINARY ? binarySettings(memcached) : textSettings(memcached);
            assertThat(settings).contains("binding_protocol" + (protocol == BindingProtocol.BINARY ? "" : " ") + name);
        }
    }

    @Test
    void noProtocolIsRefused() {
        assertThatNullPointerException()
                .isThrownBy(() -> FakeMemcached.builder().bindingProtocol(null))
                .withMessage("protocol");
    }

    private static FakeMemcached serving(BindingProtocol protocol) {
        return FakeMemcached.builder().bindingProtocol(protocol).start();
    }

    private static String textSettings(FakeMemcached memcached) throws IOException {
        try (TextConversation client = new TextConversation(memcached.address())) {
            return client.say("stats settings\r\n");
        }
    }

    private static String binarySettings(FakeMemcached memcached) throws IOException {
        try (BinaryConversation client = new BinaryConversation(memcached.address())) {
            byte[] key = "settings".getBytes(US_ASCII);
            byte[] replies = client.say(BinaryConversation.request(0x10, NONE, key, NONE));
            return new String(replies, ISO_8859_1);
        }
    }
}
