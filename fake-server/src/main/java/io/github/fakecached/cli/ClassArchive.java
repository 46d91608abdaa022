package io.github.fakecached.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * Makes an archive of the classes that a fake needs to start and to answer, with which a JVM does both sooner (JEP 350). The JVM
 * writes one at its end, so a fake is started in another one, asked a few things, and shut down. Knows nothing of other options.
 */
final class ClassArchive {

    private static final String READY = "fakecached: ";
    private static final int REPLY_LIMIT_MILLIS = 10_000;
    private static final int END_LIMIT_SECONDS = 60;

    private static final String STORE = "set k 0 0 1\r\n1\r\nms k 1\r\n1\r\n";
    private static final String FETCH = "get k\r\nmg k v\r\nincr k 1\r\ndelete k\r\nversion\r\nmn\r\n";
    private static final byte[] TEXT = (STORE + FETCH).getBytes(US_ASCII);
    private static final byte[] SHUTDOWN = "shutdown\r\n".getBytes(US_ASCII);
    private static final int BINARY_HEADER = 24;

    private final Path file;

    private ClassArchive(Path file) {
        this.file = file;
    }

    /** Makes it. */
    static void make(Path file) throws InterruptedException {
        String classPath = System.getProperty("java.class.path");
        if (!new File(classPath).isFile()) {
            throw Refusal.ofUse(MemcachedOption.MAKE_ARCHIVE + ": run it from the standalone jar, by java -jar");
        }
        new ClassArchive(file).make(classPath);
    }

    private void make(String jar) throws InterruptedException {
        try {
            Files.deleteIfExists(file);
            Process fake = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:ArchiveClassesAtExit=" + file,
                            "-jar",
                            jar,
                            "--port=0",
                            "--enable-shutdown")
                    .redirectErrorStream(true)
                    .start();
            try (BufferedReader out = fake.inputReader()) {
                ask(port(out));
                String last = out.lines().reduce("", (before, line) -> line);
                if (!fake.waitFor(END_LIMIT_SECONDS, TimeUnit.SECONDS) || !Files.exists(file)) {
                    throw failure("the JVM has written nothing: " + last);
                }
            } finally {
                fake.destroyForcibly();
            }
        } catch (IOException e) {
            throw failure(e.toString());
        }
    }

    private Refusal failure(String reason) {
        return Refusal.ofSystem(
                MemcachedOption.MAKE_ARCHIVE + " " + file + ": cannot make the archive (" + reason + ")");
    }

    private static int port(BufferedReader out) throws IOException {
        String line = Objects.requireNonNullElse(out.readLine(), "the JVM has said nothing");
        if (!line.startsWith(READY)) {
            throw new IOException(line);
        }
        return Integer.parseInt(line.substring(line.lastIndexOf(':') + 1));
    }

    private static void ask(int port) throws IOException {
        try (Socket binary = new Socket(InetAddress.getLoopbackAddress(), port)) {
            binary.setSoTimeout(REPLY_LIMIT_MILLIS);
            byte[] noop = new byte[BINARY_HEADER];
            noop[0] = (byte) 0x80;
            noop[1] = 0x0a;
            binary.getOutputStream().write(noop);
            binary.getInputStream().readNBytes(BINARY_HEADER);
        }
        try (Socket text = new Socket(InetAddress.getLoopbackAddress(), port)) {
            text.setSoTimeout(REPLY_LIMIT_MILLIS);
            text.getOutputStream().write(TEXT);
            text.getOutputStream().write(SHUTDOWN);
            text.getInputStream().readAllBytes();
        }
    }
}
