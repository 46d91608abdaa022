package io.github.fakecached;

import static io.github.fakecached.BinaryConversation.request;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The opcodes that hosted services say they support, in the order of their numbers, over one connection that has signed in.
 * Quiet ones are followed by a no-op, whose answer tells that they said nothing.
 */
class HostedServiceOpcodesTest {

    private static final String NONE = "";
    private static final String FLAGS_AND_EXPTIME = "\0\0\0\7\0\0\0\0";
    private static final String DELTA_INITIAL_EXPTIME = "\0\0\0\0\0\0\0\5\0\0\0\0\0\0\0\1\0\0\0\0";
    private static final String EXPTIME = "\0\0\1\0";
    private static final String FLAGS = "\0\0\0\7";

    private final ByteArrayOutputStream batch = new ByteArrayOutputStream();

    @Test
    void everyOpcodeWorksOverOneAuthenticatedConnection() throws IOException {
        try (FakeMemcached memcached =
                        FakeMemcached.builder().saslUser("user", "secret").start();
                BinaryConversation client = new BinaryConversation(memcached.address())) {
            assertThat(ask(client, 0x20, NONE, NONE, NONE)).containsExactly("20 0 PLAIN CRAM-MD5");
            assertThat(ask(client, 0x21, NONE, "PLAIN", NONE)).containsExactly("21 21 ");
            assertThat(ask(client, 0x22, NONE, "PLAIN", "\0user\0secret")).containsExactly("22 0 Authenticated");

            assertThat(say(client, 0x01, FLAGS_AND_EXPTIME, "k", "v")).containsExactly("01 0 ");
            assertThat(say(client, 0x00, NONE, "k", NONE)).containsExactly("00 0 " + FLAGS + "v");
            assertThat(say(client, 0x02, FLAGS_AND_EXPTIME, "k", "v")).containsExactly("02 2 Data exists for key.");
            assertThat(say(client, 0x03, FLAGS_AND_EXPTIME, "k", "w")).containsExactly("03 0 ");
            assertThat(say(client, 0x04, NONE, "k", NONE)).containsExactly("04 0 ");
            assertThat(say(client, 0x05, DELTA_INITIAL_EXPTIME, "n", NONE)).containsExactly("05 0 \0\0\0\0\0\0\0\1");
            assertThat(say(client, 0x06, DELTA_INITIAL_EXPTIME, "n", NONE)).containsExactly("06 0 \0\0\0\0\0\0\0\0");
            assertThat(say(client, 0x08, NONE, NONE, NONE)).containsExactly("08 0 ");
            assertThat(quietly(client, 0x09, NONE, "k", NONE)).isEmpty();
            assertThat(say(client, 0x0a, NONE, NONE, NONE)).containsExactly("0a 0 ");
            assertThat(say(client, 0x0b, NONE, NONE, NONE)).containsExactly("0b 0 1.6.45");
            assertThat(say(client, 0x0c, NONE, "k", NONE)).containsExactly("0c 1 k");
            assertThat(quietly(client, 0x0d, NONE, "k", NONE)).isEmpty();
            assertThat(say(client, 0x0e, NONE, "k", "x")).containsExactly("0e 5 Not stored.");
            assertThat(say(client, 0x0f, NONE, "k", "x")).containsExactly("0f 5 Not stored.");
            assertThat(say(client, 0x10, NONE, NONE, NONE).size()).isGreaterThan(1);
            assertThat(quietly(client, 0x11, FLAGS_AND_EXPTIME, "k", "m")).isEmpty();
            assertThat(quietly(client, 0x12, FLAGS_AND_EXPTIME, "k", "m")).containsExactly("12 2 Data exists for key.");
            assertThat(quietly(client, 0x13, FLAGS_AND_EXPTIME, "k", "m")).isEmpty();
            assertThat(quietly(client, 0x19, NONE, "k", ">")).isEmpty();
            assertThat(quietly(client, 0x1a, NONE, "k", "<")).isEmpty();
            assertThat(quietly(client, 0x09, NONE, "k", NONE)).containsExactly("09 0 " + FLAGS + "<m>");
            assertThat(quietly(client, 0x0d, NONE, "k", NONE)).containsExactly("0d 0 " + FLAGS + "k<m>");
            assertThat(quietly(client, 0x14, NONE, "k", NONE)).isEmpty();
            assertThat(quietly(client, 0x15, DELTA_INITIAL_EXPTIME, "n", NONE)).isEmpty();
            assertThat(quietly(client, 0x16, DELTA_INITIAL_EXPTIME, "n", NONE)).isEmpty();
            assertThat(say(client, 0x1b, "\0\0\0\1", NONE, NONE)).containsExactly("1b 81 Unknown command");
            assertThat(say(client, 0x1c, EXPTIME, "n", NONE)).containsExactly("1c 0 \0\0\0\0");
            assertThat(say(client, 0x1d, EXPTIME, "n", NONE)).containsExactly("1d 0 \0\0\0\0000");
            assertThat(quietly(client, 0x1e, EXPTIME, "nothing", NONE)).isEmpty();
            assertThat(quietly(client, 0x18, NONE, NONE, NONE)).isEmpty();
            client.send(request(0x17, bytes(NONE), bytes(NONE), bytes(NONE)));
            assertThat(client.finish()).isEmpty();
        }
    }

    @Test
    void aPipelinedQuietBatchIsAnsweredByItsHitsAndTheNoop() throws IOException {
        try (FakeMemcached memcached = FakeMemcached.start();
                BinaryConversation client = new BinaryConversation(memcached.address())) {
            pipeline(0x11, FLAGS_AND_EXPTIME, "a", "1");
            pipeline(0x11, FLAGS_AND_EXPTIME, "b", "2");
            pipeline(0x09, NONE, "a", NONE);
            pipeline(0x09, NONE, "b", NONE);
            pipeline(0x0a, NONE, NONE, NONE);
            assertThat(sayBatch(client)).containsExactly("09 0 " + FLAGS + "1", "09 0 " + FLAGS + "2", "0a 0 ");
        }
    }

    /** Without a no-op behind, which is refused before signing in. */
    private static List<String> ask(BinaryConversation client, int opcode, String extras, String key, String value)
            throws IOException {
        return texts(client.ask(request(opcode, bytes(extras), bytes(key), bytes(value))));
    }

    private List<String> say(BinaryConversation client, int opcode, String extras, String key, String value)
            throws IOException {
        pipeline(opcode, extras, key, value);
        return sayBatch(client);
    }

    private List<String> quietly(BinaryConversation client, int opcode, String extras, String key, String value)
            throws IOException {
        pipeline(opcode, extras, key, value);
        pipeline(0x0a, NONE, NONE, NONE);
        List<String> answers = sayBatch(client);
        assertThat(answers).last().isEqualTo("0a 0 ");
        return answers.subList(0, answers.size() - 1);
    }

    private void pipeline(int opcode, String extras, String key, String value) {
        batch.writeBytes(request(opcode, bytes(extras), bytes(key), bytes(value)));
    }

    private List<String> sayBatch(BinaryConversation client) throws IOException {
        byte[] answers = client.say(batch.toByteArray());
        batch.reset();
        return texts(answers);
    }

    /** Each answer as its opcode, status and body. */
    private static List<String> texts(byte[] answers) {
        List<String> texts = new ArrayList<>();
        ByteBuffer rest = ByteBuffer.wrap(answers);
        while (rest.hasRemaining()) {
            int at = rest.position();
            int end = at + 24 + rest.getInt(at + 8);
            String body = new String(Arrays.copyOfRange(answers, at + 24, end), US_ASCII);
            texts.add("%02x %x %s".formatted(rest.get(at + 1), rest.getShort(at + 6), body));
            rest.position(end);
        }
        return texts;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(US_ASCII);
    }
}
