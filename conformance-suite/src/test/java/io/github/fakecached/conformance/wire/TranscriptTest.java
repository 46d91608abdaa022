package io.github.fakecached.conformance.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TranscriptTest {

    private static String everyByte() {
        var all = new StringBuilder();
        for (char c = 0; c < 256; c++) {
            all.append(c);
        }
        return all.toString();
    }

    @Test
    void isReadBackAsItWasPrinted() {
        var transcript = new Transcript();
        transcript.add(new Exchange("set a 5 0 3\r\nabc\r\n", Reply.of("STORED\r\n")));
        transcript.add(new Exchange("set a 0 0 1 noreply\r\n1\r\n", Reply.of("")));
        transcript.add(new Exchange("no line feed", Reply.of("none here")));
        transcript.add(new Exchange(everyByte(), Reply.of(everyByte())));
        transcript.add(new Exchange("quit\r\n", new Reply("", true)));
        transcript.add(new Exchange(Dialect.META, "mg a v\r\n", Reply.of("VA 3\r\nabc\r\n")));
        var request = BinaryMessage.request(0x0c, "", "a", "").bytes();
        transcript.add(new Exchange(Dialect.BINARY, request + request, Reply.of("\u0081" + request.substring(1))));
        transcript.add(new Exchange(Dialect.BINARY, "get a\r\n", new Reply("", true)));

        assertThat(Transcript.parse(transcript.toString()).exchanges()).isEqualTo(transcript.exchanges());
    }

    @Test
    void tellsTheDialects() {
        var transcript = new Transcript();
        transcript.add(new Exchange("get a\r\n", Reply.of("END\r\n")));
        transcript.add(new Exchange(Dialect.META, "mn\r\n", Reply.of("MN\r\n")));
        transcript.add(new Exchange(Dialect.BINARY, "\u0080", new Reply("", true)));

        assertThat(transcript).hasToString("""
                > get a\\r\\n
                < END\\r\\n

                meta> mn\\r\\n
                meta< MN\\r\\n

                binary> raw \\x80
                binary< (closed)

                """);
    }

    @Test
    void printsARunOfOneByteShortly() {
        var value = "z".repeat(1_048_516);

        assertThat(Escapes.escape("a" + value + "b")).isEqualTo("a\\{1048516 z}b");
        assertThat(Escapes.unescape("a\\{1048516 z}b")).isEqualTo("a" + value + "b");
        assertThat(Escapes.unescape(Escapes.escape("\\".repeat(50) + "\0".repeat(50))))
                .isEqualTo("\\".repeat(50) + "\0".repeat(50));
    }

    @Test
    void keepsThePlaceholdersOfATemplate() {
        var template = "cas a 0 0 1 " + Escapes.PLACEHOLDER_START + "a" + Escapes.PLACEHOLDER_END + "\r\n1\r\n";

        assertThat(Escapes.escape(template)).isEqualTo("cas a 0 0 1 \\<a\\>\\r\\n1\\r\\n");
        assertThat(Escapes.unescape(Escapes.escape(template))).isEqualTo(template);
    }

    @Test
    void namesALineThatIsNoneOfIts() {
        assertThatThrownBy(() -> Transcript.parse("> get a\\r\\n\nEND\n"))
                .hasMessage("a line of a transcript begins with >, < or #, not: END");
    }
}
