package io.github.fakecached;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever comes over a binary connection ends in replies or a closed connection, and no other connection notices. */
class HostileBinaryTest {

    private static final byte[] NONE = {};
    private static final byte[] KEY = {'k'};
    private static final byte[] VALUE = {'1', '2'};
    private static final int SENTINEL_OPCODE = 0x0b;
    private static final int MUTATIONS = 2_500;
    private static final long SEED = 20_260_701;

    private final FakeMemcached memcached = FakeMemcached.start();
    private BinaryConversation neighbour;

    @BeforeEach
    void connect() throws IOException {
        neighbour = new BinaryConversation(memcached.address());
    }

    @AfterEach
    void close() throws IOException {
        neighbour.close();
        memcached.close();
    }

    @Test
    void aWholeRequestIsAnsweredUnlessItIsQuiet() throws IOException {
        int answered = 0;
        for (byte[] request : validRequests()) {
            answered += answersTo(request, request.length / 2).length > 0 ? 1 : 0;
        }
        assertThat(answered).isGreaterThan(20);
    }

    @Test
    void everyPrefixOfARequestIsAnsweredOrHungUpOn() throws IOException {
        for (byte[] request : validRequests()) {
            for (int length = 1; length < request.length; length++) {
                assertThat(answersTo(Arrays.copyOf(request, length), length / 2))
                        .isEmpty();
            }
            assertThatTheNeighbourIsServed();
        }
    }

    @Test
    void everyMutationOfARequestIsAnsweredOrHungUpOn() throws IOException {
        Random random = new Random(SEED);
        List<byte[]> requests = validRequests();
        for (int round = 0; round < MUTATIONS; round++) {
            byte[] request = requests.get(round % requests.size()).clone();
            int at = random.nextInt(request.length);
            request[at] = (byte) (random.nextBoolean() ? random.nextInt() : request[at] ^ 1 << random.nextInt(8));
            byte[] answers = answersTo(request, random.nextInt(request.length));
            if (request[0] == (byte) 0x80) {
                assertThatAreWhole(answers, request);
            }
            if (round % 100 == 0) {
                assertThatTheNeighbourIsServed();
            }
        }
        assertThatTheNeighbourIsServed();
    }

    /** All that is answered to a request sent in two parts, and to nothing behind it. */
    private byte[] answersTo(byte[] request, int cut) throws IOException {
        try (BinaryConversation client = new BinaryConversation(memcached.address())) {
            client.send(Arrays.copyOf(request, cut));
            client.send(Arrays.copyOfRange(request, cut, request.length));
            return client.finish();
        } catch (SocketException closedWithBytesUnread) {
            return NONE;
        }
    }

    /** That they are whole answers, one after the other. A first byte other than 0x80 makes it a request of text. */
    private static void assertThatAreWhole(byte[] answers, byte[] request) {
        ByteBuffer rest = ByteBuffer.wrap(answers);
        while (rest.hasRemaining()) {
            int start = rest.position();
            assertThat(rest.get(start))
                    .as("answer to %s", Arrays.toString(request))
                    .isEqualTo((byte) 0x81);
            rest.position(start + 24 + rest.getInt(start + 8));
        }
    }

    private void assertThatTheNeighbourIsServed() throws IOException {
        byte[] version = neighbour.say(BinaryConversation.request(SENTINEL_OPCODE, NONE, NONE, NONE));
        assertThat(new String(version, StandardCharsets.ISO_8859_1)).endsWith("1.6.45");
    }

    private static List<byte[]> validRequests() {
        List<byte[]> requests = new ArrayList<>();
        for (int opcode = 0; opcode <= 0x24; opcode++) {
            switch (opcode) {
                case 0x01, 0x02, 0x03, 0x11, 0x12, 0x13 ->
                    requests.add(BinaryConversation.request(opcode, new byte[8], KEY, VALUE));
                case 0x05, 0x06, 0x15, 0x16 ->
                    requests.add(BinaryConversation.request(opcode, new byte[20], KEY, NONE));
                case 0x07, 0x0a, 0x0b, 0x17, 0x20 -> requests.add(BinaryConversation.request(opcode, NONE, NONE, NONE));
                case 0x08, 0x18 -> requests.add(BinaryConversation.request(opcode, new byte[4], NONE, NONE));
                case 0x0e, 0x0f, 0x19, 0x1a, 0x21, 0x22 ->
                    requests.add(BinaryConversation.request(opcode, NONE, KEY, VALUE));
                case 0x1c, 0x1d, 0x1e, 0x23, 0x24 ->
                    requests.add(BinaryConversation.request(opcode, new byte[4], KEY, NONE));
                default -> requests.add(BinaryConversation.request(opcode, NONE, KEY, NONE));
            }
        }
        return requests;
    }
}
