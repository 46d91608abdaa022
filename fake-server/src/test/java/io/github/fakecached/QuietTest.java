package io.github.fakecached;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fakecached.fault.CommandMatcher;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A fake that is used as it is meant to be prints nothing, and logs nothing that is shown by default. */
class QuietTest {

    @Test
    void ordinaryUseIsSilent() throws Exception {
        Process jvm = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-classpath",
                        System.getProperty("java.class.path"),
                        OrdinaryUse.class.getName())
                .redirectErrorStream(true)
                .start();
        try {
            String output = new String(jvm.getInputStream().readAllBytes(), UTF_8);
            assertThat(jvm.waitFor(30, TimeUnit.SECONDS)).as(output).isTrue();
            assertThat(jvm.exitValue()).as(output).isZero();
            assertThat(output.lines().filter(line -> !isOfTheJvm(line))).isEmpty();
        } finally {
            jvm.destroyForcibly();
        }
    }

    /** Later JVMs warn of what Netty's native memory is made with. */
    private static boolean isOfTheJvm(String line) {
        return line.startsWith("WARNING: ");
    }

    /** What tests do to a fake. */
    static final class OrdinaryUse {

        public static void main(String[] arguments) throws IOException {
            use(FakeMemcached.builder().udpPort(0));
            use(FakeMemcached.builder().version(MemcachedVersion.V1_6_18));
            try (FakeMemcached memcached =
                    FakeMemcached.builder().tls(Tls.withTestCertificates()).start()) {
                talk(memcached); // a client without TLS is hung up on
            }
            try (FakeCluster cluster = FakeCluster.start("a", "b")) {
                cluster.removeNode("a");
                cluster.addNode("c");
            }
        }

        private static void use(FakeMemcachedBuilder settings) {
            try (FakeMemcached memcached = settings.start()) {
                talk(memcached);
                memcached.clock().advance(Duration.ofDays(1));
                memcached.faults().on(CommandMatcher.anyCommand()).duringReply().reset();
                talk(memcached);
                memcached.faults().onConnect().refuse();
                talk(memcached);
                memcached.reset();
                memcached.kill();
                memcached.restartKeepingData();
                memcached.pause();
                memcached.resume();
                memcached.partition();
                memcached.heal();
                talk(memcached);
            }
        }

        /** Says things, right and wrong, and leaves in the middle of a request. */
        private static void talk(FakeMemcached memcached) {
            try (TextConversation client = new TextConversation(memcached.address())) {
                client.say("set k 0 0 1\r\nv\r\nget k\r\n");
                client.say("nonsense\r\n");
                client.send("set k 0 0 1000\r\nv");
            } catch (IOException expected) {
                // of a fault, or of a server that wants TLS
            }
        }
    }
}
