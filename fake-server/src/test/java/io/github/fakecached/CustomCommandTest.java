package io.github.fakecached;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.fakecached.fault.CommandMatcher;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines that are not memcached's, answered by a function. */
@Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CustomCommandTest {

    private static final Function<String, CompletionStage<String>> ECHO =
            words -> CompletableFuture.completedFuture("<" + words + ">\nEND\n");

    @ParameterizedTest
    @EnumSource
    void itsLineIsAnsweredByTheFunction(MemcachedVersion version) throws IOException {
        try (FakeMemcached memcached = start(version, ECHO);
                TextConversation client = new TextConversation(memcached.address())) {
            assertThat(client.say("echo a  b c=1 \r\necho\r\n")).isEqualTo("<a  b c=1>\r\nEND\r\n<>\r\nEND\r\n");
        }
    }

    @ParameterizedTest
    @EnumSource
    void withoutItTheLineIsAnErrorAsInMemcached(MemcachedVersion version) throws IOException {
        try (FakeMemcached memcached = FakeMemcached.builder().version(version).start();
                TextConversation client = new TextConversation(memcached.address())) {
            assertThat(client.say("echo a\r\n")).isEqualTo("ERROR\r\n");
        }
    }

    @Test
    void otherWordsThatBeginAlikeAreMemcachedsAffair() throws IOException {
        try (FakeMemcached memcached = start(ECHO);
                TextConversation client = new TextConversation(memcached.address())) {
            assertThat(client.say("echoes a\r\nech\r\nget echo\r\n")).isEqualTo("ERROR\r\nERROR\r\nEND\r\n");
        }
    }

    @Test
    void whatComesBehindWaitsForAnAnswerThatComesLaterAndOthersDoNot() throws IOException {
        CompletableFuture<String> answer = new CompletableFuture<>();
        try (FakeMemcached memcached = start(words -> answer);
                TextConversation client = new TextConversation(memcached.address());
                TextConversation other = new TextConversation(memcached.address())) {
            client.send("set k 0 0 1\r\nv\r\necho\r\nget k\r\n");
            assertThat(client.readLine()).isEqualTo("STORED\r");
            assertThat(other.say("get k\r\n")).isEqualTo("VALUE k 0 1\r\nv\r\nEND\r\n");
            assertThat(client.hasReply()).isFalse();

            answer.complete("now\n");

            assertThat(client.say("")).isEqualTo("now\r\nVALUE k 0 1\r\nv\r\nEND\r\n");
        }
    }

    @Test
    void aClientThatHasGoneMeanwhileHarmsNobody() throws IOException {
        CompletableFuture<String> answer = new CompletableFuture<>();
        try (FakeMemcached memcached = start(words -> answer)) {
            try (TextConversation client = new TextConversation(memcached.address())) {
                client.send("mn\r\necho\r\n");
                assertThat(client.readLine()).isEqualTo("MN\r");
            }
            memcached.stop();
            memcached.restart();
            answer.complete("now\n");
            try (TextConversation client = new TextConversation(memcached.address())) {
                assertThat(client.say("mn\r\n")).isEqualTo("MN\r\n");
            }
        }
    }

    @Test
    void neitherFaultsNorJournalNorStatisticsKnowOfIt() throws IOException {
        try (FakeMemcached memcached = start(ECHO)) {
            memcached.faults().on(CommandMatcher.anyCommand()).beforeExecute().stall();
            try (TextConversation client = new TextConversation(memcached.address())) {
                client.send("echo a\r\n");
                assertThat(client.readLine()).isEqualTo("<a>\r");
            }
            assertThat(memcached.journal().exchanges()).isEmpty();
            assertThat(memcached.faults().list().get(0).hits()).isZero();
        }
    }

    @Test
    void aFunctionThatFailsIsToldAsAnErrorOfTheServer() throws IOException {
        try (FakeMemcached memcached = start(words -> {
                    if (words.equals("at once")) {
                        throw new IllegalStateException("no\nmore");
                    }
                    return CompletableFuture.failedFuture(new IllegalStateException("later"));
                });
                TextConversation client = new TextConversation(memcached.address())) {
            assertThat(client.say("echo at once\r\necho\r\n"))
                    .matches(
                            "SERVER_ERROR .*IllegalStateException: no\r\nSERVER_ERROR .*IllegalStateException: later\r\n");
        }
    }

    @Test
    void whoHasYetToSignInMayNotUseIt() throws IOException {
        try (FakeMemcached memcached = FakeMemcached.builder()
                        .textUser("user", "secret")
                        .administration(Administration.defaults().customCommand("echo", ECHO))
                        .start();
                TextConversation client = new TextConversation(memcached.address())) {
            client.send("echo a\r\n");
            assertThat(client.readLine()).doesNotContain("<a>").contains("ERROR");
        }
    }

    @Test
    void overUdpThereIsNone() throws IOException {
        try (FakeMemcached memcached = FakeMemcached.builder()
                        .udpPort(0)
                        .administration(Administration.defaults().customCommand("echo", ECHO))
                        .start();
                UdpConversation client = new UdpConversation(memcached.udpAddress())) {
            assertThat(client.say("echo a\r\n")).containsExactly("0/1 ERROR\r\n");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"get", "stats", "", "Echo", "two words", "ec1"})
    void namesOfMemcachedAndWhatIsNoWordAreRefused(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Administration.defaults().customCommand(name, ECHO))
                .withMessageContaining("a word of small letters that memcached does not know, not \"" + name + "\"");
    }

    private static FakeMemcached start(Function<String, CompletionStage<String>> answers) {
        return start(MemcachedVersion.V1_6_45, answers);
    }

    private static FakeMemcached start(MemcachedVersion version, Function<String, CompletionStage<String>> answers) {
        return FakeMemcached.builder()
                .version(version)
                .administration(Administration.defaults().customCommand("echo", answers))
                .start();
    }
}
