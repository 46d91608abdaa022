package io.github.fakecached.benchmark.sidebyside;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The fake beside real memcached and a bare Netty server: each in turn is asked the same by the same clients, several rounds of it.
 * Servers run on the first core, the clients, which are this process, on the second. Prints a table in Markdown for each
 * workload.
 */
@Command(name = "side-by-side", sortOptions = false, mixinStandardHelpOptions = true)
final class SideBySide implements Callable<Integer> {

    private static final String BARE = "bare Netty";
    private static final List<Workload> WORKLOADS = List.of(
            new Workload(Phrases.TEXT, 100, 10_000, 32, 50),
            new Workload(Phrases.TEXT, 100, 10_000, 1, 50),
            new Workload(Phrases.BINARY, 100, 10_000, 32, 50),
            new Workload(Phrases.META, 100, 10_000, 32, 50),
            new Workload(Phrases.TEXT, 100 * 1024, 200, 1, 10));

    @Option(
            names = "--real",
            description = "A real server: its name, and its command without port, address and threads.")
    private Map<String, String> real = new LinkedHashMap<>();

    @Option(names = "--workload", defaultValue = "", description = "Only those whose name begins so.")
    private String workload;

    @Option(names = "--servers", defaultValue = ".*", description = "Only those whose name this pattern matches.")
    private String servers;

    @Option(names = "--rounds", defaultValue = "7", description = "How often each server is asked; medians are shown.")
    private int rounds;

    @Option(names = "--round", defaultValue = "PT2S", description = "How long, each time.")
    private Duration round;

    @Option(names = "--warm-up", defaultValue = "PT8S", description = "How long at first.")
    private Duration warmUp;

    @Option(
            names = "--memcaslap",
            description = "The load is that of memcaslap, which has to be installed: single keys, and 32 together.")
    private boolean memcaslap;

    @Option(names = "--jvm", split = " ", description = "Options for the fakes' JVM.")
    private List<String> jvm = new ArrayList<>();

    private final PrintStream out = System.out;

    public static void main(String[] args) {
        System.exit(new CommandLine(new SideBySide()).execute(args));
    }

    @Override
    public Integer call() throws IOException {
        Cores.keepToSecond();
        Map<String, List<String>> commands = commands();
        if (memcaslap) {
            compareByMemcaslap(1, commands);
            commands.keySet().removeIf(name -> name.equals(BARE));
            compareByMemcaslap(32, commands);
            return CommandLine.ExitCode.OK;
        }
        for (Workload each : WORKLOADS) {
            if (each.toString().startsWith(workload)) {
                compare(each, commands);
            }
        }
        return CommandLine.ExitCode.OK;
    }

    private Map<String, List<String>> commands() {
        Map<String, List<String>> commands = new LinkedHashMap<>();
        commands.put("fake 1.6.45", java(FakeServer.class, "PORT", "1.6.45", "10000"));
        commands.put("fake 1.6.45, no journal", java(FakeServer.class, "PORT", "1.6.45", "0"));
        commands.put("fake 1.6.18", java(FakeServer.class, "PORT", "1.6.18", "10000"));
        commands.put(BARE, java(BareServer.class, "PORT"));
        real.forEach((name, command) ->
                commands.put(name, List.of((command + " -t 1 -m 1024 -l 127.0.0.1 -p PORT").split(" "))));
        commands.keySet().removeIf(name -> !name.matches(servers));
        return commands;
    }

    private List<String> java(Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java", "-cp", System.getProperty("java.class.path"), "-Xmx1g"));
        command.addAll(jvm);
        command.add(main.getName());
        command.addAll(List.of(arguments));
        return command;
    }

    private void compare(Workload workload, Map<String, List<String>> commands) throws IOException {
        List<Rounds> all = new ArrayList<>();
        try {
            for (Map.Entry<String, List<String>> command : commands.entrySet()) {
                if (workload.dialect() == Phrases.TEXT || !command.getKey().equals(BARE)) {
                    Contender server = Contender.start(command.getKey(), command.getValue());
                    all.add(Rounds.begin(server, workload, warmUp));
                }
            }
            for (int i = 0; i < rounds; i++) {
                for (Rounds each : all) {
                    each.run(round);
                }
            }
            out.println("\n" + workload + ": medians of " + rounds + " rounds\n\n" + Rounds.HEAD);
            all.forEach(out::println);
        } finally {
            for (Rounds each : all) {
                each.close();
            }
        }
    }

    private void compareByMemcaslap(int keysTogether, Map<String, List<String>> commands) throws IOException {
        List<Memcaslap> all = new ArrayList<>();
        try {
            for (Map.Entry<String, List<String>> command : commands.entrySet()) {
                all.add(new Memcaslap(Contender.start(command.getKey(), command.getValue()), keysTogether));
            }
            for (Memcaslap each : all) {
                each.run(warmUp.toSeconds(), false);
            }
            for (int i = 0; i < rounds; i++) {
                for (Memcaslap each : all) {
                    each.run(round.toSeconds(), true);
                }
            }
            out.println("\nmemcaslap, " + keysTogether + " keys together: medians of " + rounds + " rounds\n\n"
                    + Memcaslap.HEAD);
            all.forEach(out::println);
        } finally {
            all.forEach(Memcaslap::close);
        }
    }
}
