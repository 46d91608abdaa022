package io.github.fakecached.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The file that option {@code -P} names: it holds the process id while the fake runs. */
record PidFile(Path path) {

    void write() {
        try {
            Files.writeString(path, ProcessHandle.current().pid() + "\n");
        } catch (IOException e) {
            throw Refusal.ofSystem("-P " + path + ": cannot write the pid file (" + e + ")");
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
