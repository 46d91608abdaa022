package io.github.fakecached;

import static io.github.fakecached.BinaryConversation.request;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was seen of memcached 1.6.18 and 1.6.45 with -S, Cyrus SASL and the mechanisms PLAIN and CRAM-MD5: the same of both. */
class SaslTest {

    private static final byte[] NOTHING = {};
    private static final int VERSION = 0x0b;
    private static final int GET = 0x00;
    private static final int LIST = 0x20;
    private static final int AUTH = 0x21;
    private static final int STEP = 0x22;
    private static final String RIGHT = "\0user\0secret";

    private final FakeMemcached memcached =
            FakeMemcached.builder().saslUser("user", "secret").start();
    private BinaryConversation client;

    private record Answer(int status, String body) {}

    private static final Answer SIGNED_IN = new Answer(0, "Authenticated");
    private static final Answer FAILED = new Answer(0x20, "Auth failure.");
    private static final Answer MISS = new Answer(1, "Not found");

    @BeforeEach
    void connect() throws IOException {
        client = new BinaryConversation(memcached.address());
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        memcached.close();
    }

    @Test
    void theMechanismsAreListedToEverybody() throws IOException {
        assertThat(ask(LIST, "", "")).isEqualTo(new Answer(0, "PLAIN CRAM-MD5"));
    }

    @Test
    void theVersionIsToldToEverybody() throws IOException {
        assertThat(ask(VERSION, "", "")).isEqualTo(new Answer(0, "1.6.45"));
    }

    @Test
    void whoHasNotSignedInIsRefusedAnythingElseAndTheConnectionCloses() throws IOException {
        for (int opcode = 0; opcode < 256; opcode++) {
            if (opcode != VERSION && opcode != LIST && opcode != AUTH && opcode != STEP) {
                assertThat(ask(opcode, "k", "")).as("opcode %02x", opcode).isEqualTo(FAILED);
                assertThat(client.finish()).isEmpty();
                reconnect();
            }
        }
    }

    @Test
    void theRightPasswordSignsIn() throws IOException {
        assertThat(ask(AUTH, "PLAIN", RIGHT)).isEqualTo(SIGNED_IN);
        assertThat(ask(GET, "k", "")).isEqualTo(MISS);
    }

    @Test
    void theNameOfAMechanismMayBeInAnyCase() throws IOException {
        assertThat(ask(AUTH, "Plain", RIGHT)).isEqualTo(SIGNED_IN);
    }

    @Test
    void nothingButTheRightPasswordOfTheUserSignsIn() throws IOException {
        for (String wrong : new String[] {
            "\0user\0no",
            "\0user\0secretx",
            "\0user\0secret\0",
            "\0\0secret",
            "\0user",
            "\0user\0",
            "user\0secret",
            "\0USER\0secret",
            "\0user@other\0secret",
            "other\0user\0secret",
            "x".repeat(100)
        }) {
            assertThat(ask(AUTH, "PLAIN", wrong)).as(wrong).isEqualTo(FAILED);
        }
    }

    @Test
    void aUserMayActAsHimself() throws IOException {
        assertThat(ask(AUTH, "PLAIN", "user\0user\0secret")).isEqualTo(SIGNED_IN);
    }

    @Test
    void aFailedAttemptSignsOut() throws IOException {
        ask(AUTH, "PLAIN", RIGHT);
        assertThat(ask(AUTH, "PLAIN", "\0user\0no")).isEqualTo(FAILED);
        assertThat(ask(GET, "k", "")).isEqualTo(FAILED);
    }

    @Test
    void theAttemptAfterARightOneFailsAndTheOneAfterThatDoesNot() throws IOException {
        ask(AUTH, "PLAIN", RIGHT);
        assertThat(ask(AUTH, "PLAIN", RIGHT)).isEqualTo(FAILED);
        assertThat(ask(AUTH, "PLAIN", RIGHT)).isEqualTo(SIGNED_IN);
        assertThat(ask(LIST, "", "").status()).isZero();
        assertThat(ask(AUTH, "PLAIN", RIGHT)).isEqualTo(FAILED);
    }

    @Test
    void askingForTheMechanismsSignsOut() throws IOException {
        ask(AUTH, "PLAIN", RIGHT);
        ask(LIST, "", "");
        assertThat(ask(GET, "k", "")).isEqualTo(FAILED);
    }

    @Test
    void plainGoesOnUntilThePasswordIsRight() throws IOException {
        assertThat(ask(AUTH, "PLAIN", "")).isEqualTo(new Answer(0x21, ""));
        assertThat(ask(STEP, "PLAIN", "")).isEqualTo(FAILED);
        assertThat(ask(STEP, "PLAIN", "\0user\0no")).isEqualTo(FAILED);
        assertThat(ask(STEP, "PLAIN", RIGHT)).isEqualTo(SIGNED_IN);
        assertThat(ask(STEP, "PLAIN", RIGHT)).isEqualTo(FAILED);
    }

    @Test
    void aStepOfNothingFails() throws IOException {
        assertThat(ask(STEP, "PLAIN", RIGHT)).isEqualTo(FAILED);
        ask(AUTH, "PLAIN", "");
        ask(AUTH, "X", "");
        assertThat(ask(STEP, "PLAIN", RIGHT)).isEqualTo(FAILED);
    }

    @Test
    void anUnknownMechanismFails() throws IOException {
        assertThat(ask(AUTH, "X".repeat(32), "a")).isEqualTo(FAILED);
        assertThat(ask(AUTH, "X".repeat(33), "a")).isEqualTo(new Answer(4, "Invalid arguments"));
        assertThat(ask(VERSION, "", "")).isEqualTo(new Answer(0, "1.6.45"));
    }

    @Test
    void aMechanismNameTooLongDoesNotSignOut() throws IOException {
        ask(AUTH, "PLAIN", RIGHT);
        ask(AUTH, "X".repeat(33), "");
        assertThat(ask(GET, "k", "")).isEqualTo(MISS);
    }

    @Test
    void anAttemptWithoutAMechanismClosesTheConnection() throws IOException {
        assertThat(ask(AUTH, "", "a")).isEqualTo(new Answer(4, "Invalid arguments"));
        assertThat(client.finish()).isEmpty();
    }

    @Test
    void moreThanAnItemHoldsIsSwallowed() throws IOException {
        assertThat(ask(AUTH, "PLAIN", "x".repeat(524_220))).isEqualTo(FAILED);
        assertThat(ask(AUTH, "PLAIN", "x".repeat(524_300))).isEqualTo(new Answer(0x82, "Out of memory"));
        assertThat(ask(AUTH, "PLAIN", RIGHT)).isEqualTo(SIGNED_IN);
    }

    @Test
    void cramMd5SignsInWhoKnowsThePassword() throws Exception {
        Answer challenge = ask(AUTH, "cram-md5", "");
        assertThat(challenge.status()).isEqualTo(0x21);
        assertThat(challenge.body()).matches("<-?\\d+\\.\\d+@\\S+>");
        assertThat(ask(STEP, "CRAM-MD5", response(challenge, "user", "secret"))).isEqualTo(SIGNED_IN);
        assertThat(ask(GET, "k", "")).isEqualTo(MISS);
    }

    @Test
    void cramMd5HasOneStepForEachChallenge() throws Exception {
        Answer challenge = ask(AUTH, "CRAM-MD5", "");
        assertThat(ask(STEP, "CRAM-MD5", response(challenge, "user", "no"))).isEqualTo(FAILED);
        assertThat(ask(STEP, "CRAM-MD5", response(challenge, "user", "secret"))).isEqualTo(FAILED);
    }

    @Test
    void cramMd5RefusesWhatIsNoResponse() throws IOException {
        assertThat(ask(AUTH, "CRAM-MD5", "user 00")).isEqualTo(FAILED);
        for (String wrong : new String[] {"", "nospace", "user", "user ", "user 00", " x", "nobody 00"}) {
            ask(AUTH, "CRAM-MD5", "");
            assertThat(ask(STEP, "CRAM-MD5", wrong)).as(wrong).isEqualTo(FAILED);
        }
    }

    @Test
    void attemptsThatEndAreCounted() throws IOException {
        ask(AUTH, "PLAIN", "");
        ask(AUTH, "X".repeat(33), "");
        ask(AUTH, "PLAIN", "\0user\0no");
        ask(AUTH, "PLAIN", RIGHT);
        assertThat(memcached.stats()).containsEntry("auth_cmds", "2").containsEntry("auth_errors", "1");
    }

    @Test
    void withoutUsersTheCommandsOfSaslAreUnknown() throws IOException {
        try (FakeMemcached open = FakeMemcached.start()) {
            client.close();
            client = new BinaryConversation(open.address());
            assertThat(ask(AUTH, "PLAIN", RIGHT)).isEqualTo(new Answer(0x81, "Unknown command"));
        }
    }

    private static String response(Answer challenge, String user, String password) throws Exception {
        Mac mac = Mac.getInstance("HmacMD5");
        mac.init(new SecretKeySpec(password.getBytes(US_ASCII), "HmacMD5"));
        byte[] digest = mac.doFinal(challenge.body().getBytes(US_ASCII));
        return user + " " + HexFormat.of().formatHex(digest);
    }

    private Answer ask(int opcode, String key, String value) throws IOException {
        byte[] answer = client.ask(request(opcode, NOTHING, key.getBytes(US_ASCII), value.getBytes(US_ASCII)));
        return new Answer(
                ByteBuffer.wrap(answer).getShort(6),
                new String(Arrays.copyOfRange(answer, 24, answer.length), US_ASCII));
    }

    private void reconnect() throws IOException {
        client.close();
        connect();
    }
}
