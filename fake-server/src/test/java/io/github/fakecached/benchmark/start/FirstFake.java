package io.github.fakecached.benchmark.start;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.fakecached.FakeMemcached;
import io.github.fakecached.benchmark.RawClient;
import io.github.fakecached.benchmark.sidebyside.BareServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;

/**
 * How long the first fake of a JVM takes to its first reply, which is what the first test that uses one pays, beside the first
 * bare Netty server of a JVM. In turns, each time in a new JVM. Prints a table in Markdown.
 *
 * <p>Takes how often.
 */
final class FirstFake {

    private static final String FAKE = "first fake";
    private static final String BARE = "first bare Netty server";
    private static final byte[] VERSION = "version\r\n".getBytes(US_ASCII);

    private FirstFake() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        if (args[0].equals(FAKE) || args[0].equals(BARE)) {
            System.out.println(millis(args[0]));
            System.exit(0);
        }
        int rounds = Integer.parseInt(args[0]);
        Medians times = new Medians();
        for (int i = 0; i < rounds; i++) {
            for (String server : List.of(FAKE, BARE)) {
                times.add(server, inNewJvm(server));
            }
        }
        System.out.println("medians of " + rounds + " JVMs each\n");
        System.out.println(times.table(BARE));
    }

    private static double inNewJvm(String server) throws IOException, InterruptedException {
        List<String> command = List.of("-cp", System.getProperty("java.class.path"), FirstFake.class.getName(), server);
        try (ColdJvm jvm = new ColdJvm(command)) {
            double millis = Double.parseDouble(jvm.line());
            jvm.awaitEnd();
            return millis;
        }
    }

    private static double millis(String server) throws IOException, InterruptedException {
        long start = System.nanoTime();
        int port = server.equals(FAKE) ? FakeMemcached.start().port() : BareServer.start(0);
        try (RawClient client = new RawClient(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))) {
            client.ask(VERSION, 1);
        }
        return (System.nanoTime() - start) / 1e6;
    }
}
