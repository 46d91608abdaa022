package io.github.fakecached.benchmark.start;

import io.github.fakecached.benchmark.sidebyside.BareServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How long it takes from starting a JVM to the first reply of the standalone jar in it, beside a bare Netty server, and beside a
 * program that only prints a line. In turns, all with the same options for the JVM. Prints a table in Markdown.
 *
 * <p>Takes the jar, how often, and options for the JVMs.
 */
final class ColdStart {

    private static final String HELLO = "hello";
    private static final String BARE = "bare Netty";
    private static final String JAR = "standalone jar";
    private static final String ARCHIVED = "standalone jar with its archive";

    private final Path jar;
    private final List<String> options;
    private final Medians times = new Medians();

    private ColdStart(Path jar, List<String> options) {
        this.jar = jar;
        this.options = options;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        ColdStart coldStart = new ColdStart(Path.of(args[0]), List.of(args).subList(2, args.length));
        coldStart.measure(Integer.parseInt(args[1]));
    }

    private void measure(int rounds) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("cold-start");
        Path archive = folder.resolve("fakecached.jsa");
        try {
            makeArchive(archive);
            Map<String, List<String>> contenders = contenders(archive);
            round(contenders, new Medians()); // brings the files into the operating system's cache
            for (int i = 0; i < rounds; i++) {
                round(contenders, times);
            }
        } finally {
            Files.deleteIfExists(archive);
            Files.delete(folder);
        }
        System.out.println("medians of " + rounds + " runs, options of the JVM: " + options + "\n");
        System.out.println(times.table(BARE, HELLO));
    }

    private void makeArchive(Path archive) throws IOException, InterruptedException {
        try (ColdJvm jvm = new ColdJvm(command("-jar", jar.toString(), "--make-archive=" + archive))) {
            jvm.awaitEnd();
        }
    }

    private Map<String, List<String>> contenders(Path archive) {
        String classPath = System.getProperty("java.class.path");
        Map<String, List<String>> contenders = new LinkedHashMap<>();
        contenders.put(HELLO, command("-cp", classPath, Hello.class.getName()));
        contenders.put(BARE, command("-cp", classPath, BareServer.class.getName(), "0"));
        contenders.put(JAR, command("-jar", jar.toString(), "-p0"));
        contenders.put(ARCHIVED, command("-XX:SharedArchiveFile=" + archive, "-jar", jar.toString(), "-p0"));
        return contenders;
    }

    private List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(options);
        command.addAll(List.of(arguments));
        return command;
    }

    private static void round(Map<String, List<String>> contenders, Medians times) throws IOException {
        for (Map.Entry<String, List<String>> contender : contenders.entrySet()) {
            try (ColdJvm jvm = new ColdJvm(contender.getValue())) {
                if (contender.getKey().equals(HELLO)) {
                    jvm.line();
                } else {
                    jvm.awaitReply();
                }
                times.add(contender.getKey(), jvm.millis());
            }
        }
    }
}
