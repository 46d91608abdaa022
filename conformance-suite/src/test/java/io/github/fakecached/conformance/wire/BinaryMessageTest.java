package io.github.fakecached.conformance.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BinaryMessageTest {

    private static final String PLACEHOLDER = Escapes.PLACEHOLDER_START + "a key" + Escapes.PLACEHOLDER_END;

    private static String roundTrip(String bytes) {
        return BinaryMessage.split(bytes).stream()
                .map(BinaryLine::print)
                .map(BinaryLine::parse)
                .reduce("", String::concat);
    }

    @Test
    void showsAHeaderByItsFields() {
        var request = BinaryMessage.request(0x01, "\0\0\0\5\0\0\0\0", "a", "xyz")
                .withOpaque(0xdeadbeefL)
                .withCas(BinaryMessage.number(-1, 8));

        assertThat(request)
                .hasToString("80 op=01 keylen=1 extlen=8 datatype=0 vbucket=0 bodylen=12 opaque=deadbeef"
                        + " cas=18446744073709551615 \\x00\\x00\\x00\\x05\\x00\\x00\\x00\\x00axyz");
        assertThat(request.key()).isEqualTo("a");
        assertThat(request.value()).isEqualTo("xyz");
    }

    @Test
    void keepsThePlaceholderOfATemplate() {
        var template = BinaryMessage.request(0x04, "", "a key", "")
                .withCas(PLACEHOLDER)
                .bytes();

        assertThat(BinaryLine.print(template)).endsWith("opaque=00000000 cas=\\<a key\\> a key");
        assertThat(roundTrip(template + template)).isEqualTo(template + template);
    }

    @Test
    void isReadBackAsItWasPrintedWhateverItSays() {
        var random = new Random(4711);
        for (int round = 0; round < 2_000; round++) {
            var bytes = new StringBuilder();
            for (int left = random.nextInt(80); left > 0; left--) {
                bytes.append((char) random.nextInt(256));
            }
            if (random.nextBoolean()) {
                bytes.insert(0, (char) (0x80 + random.nextInt(2)));
            }
            assertThat(roundTrip(bytes.toString())).isEqualTo(bytes.toString());
        }
    }

    @Test
    void endsWhereItsHeaderSaysOrTheBytesDo() {
        var noop = BinaryMessage.request(0x0a, "", "", "").bytes();
        var cutOff = BinaryMessage.request(0x00, "", "key", "").bytes().substring(0, 25);

        assertThat(BinaryMessage.split(noop + noop + cutOff)).containsExactly(noop, noop, cutOff);
        assertThat(BinaryMessage.split(noop + "get a\r\n")).containsExactly(noop, "get a\r\n");
        assertThat(BinaryMessage.split(noop + noop.substring(0, 20))).containsExactly(noop, noop.substring(0, 20));
    }

    @Test
    void namesALineThatIsNone() {
        assertThatThrownBy(() -> BinaryLine.parse("80 op=00 keylen=1"))
                .hasMessage("not the header and the body of a binary message: 80 op=00 keylen=1");
    }
}
