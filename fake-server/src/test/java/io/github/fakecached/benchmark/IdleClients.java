package io.github.fakecached.benchmark;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

/**
 * Many connections from a process of their own, so that the server's has descriptors for its own ends: each asks for the version
 * and then says nothing more, until standard input ends.
 */
final class IdleClients implements AutoCloseable {

    private static final String READY = "ready";
    private static final byte[] VERSION = "version\r\n".getBytes(US_ASCII);
    private static final int VERSION_LENGTH = "VERSION 1.6.45\r\n".length();

    private final Process process;

    private IdleClients(Process process) {
        this.process = process;
    }

    /** Takes a port and a number of connections. */
    public static void main(String[] args) throws IOException {
        InetSocketAddress server = new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[0]));
        List<RawClient> clients = new ArrayList<>();
        for (int i = 0; i < Integer.parseInt(args[1]); i++) {
            RawClient client = new RawClient(server);
            client.ask(VERSION, VERSION_LENGTH);
            clients.add(client);
        }
        System.out.println(READY);
        while (System.in.read() >= 0) {
            // There is nothing to be read but the end.
        }
        for (RawClient client : clients) {
            client.close();
        }
    }

    /** Starts the process and waits until all connections have been answered. */
    static IdleClients connect(int port, int count) throws IOException {
        Process process = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-cp",
                        System.getProperty("java.class.path"),
                        IdleClients.class.getName(),
                        Integer.toString(port),
                        Integer.toString(count))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader out = process.inputReader(US_ASCII);
        String line = out.readLine();
        if (!READY.equals(line)) {
            process.destroyForcibly();
            throw new EOFException("not all of " + count + " connections were answered: " + line);
        }
        return new IdleClients(process);
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
    }
}
