package io.github.fakecached.benchmark.sidebyside;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Keeps processes to a processor core each, by Linux's taskset. */
final class Cores {

    private Cores() {}

    /** The command that runs a command on the first core. */
    static List<String> onFirst(List<String> command) {
        List<String> pinned = new ArrayList<>(List.of("taskset", "-c", "0"));
        pinned.addAll(command);
        return pinned;
    }

    /** Keeps all threads of this process to the second core. */
    static void keepToSecond() throws IOException {
        String self = Long.toString(ProcessHandle.current().pid());
        Process taskset = new ProcessBuilder("taskset", "-a", "-c", "-p", "1", self)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            if (taskset.waitFor() != 0) {
                throw new IOException("taskset cannot keep this process to core 1: are there two cores?");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
