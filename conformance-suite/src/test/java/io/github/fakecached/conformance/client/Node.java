package io.github.fakecached.conformance.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Node.js, with the packages of the npm registry that the lock file beside the scripts pins; they go below {@code target}. */
final class Node {

    private static final String KIND = "node";

    private static Path folder;

    private Node() {}

    /** A script; skips the test where Node.js or npm is not installed, or npm cannot install the packages. */
    static synchronized Script script(String name) throws IOException, InterruptedException {
        if (folder == null) {
            folder = installed();
        }
        return new Script(List.of("node"), folder.resolve(name));
    }

    /** Copies the scripts to where npm may write, and installs what the lock file names, unless a run before has done so. */
    private static Path installed() throws IOException, InterruptedException {
        var target = Path.of("target", "node").toAbsolutePath();
        Files.createDirectories(target);
        var lock = target.resolve("package-lock.json");
        var installedLock = target.resolve("installed-package-lock.json");
        try (var files = Files.list(Script.resource("node"))) {
            for (Path file : files.toList()) {
                Files.copy(file, target.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        if (!Files.exists(installedLock) || Files.mismatch(lock, installedLock) != -1) {
            install(target);
            Files.copy(lock, installedLock, StandardCopyOption.REPLACE_EXISTING);
        }
        return target;
    }

    private static void install(Path target) throws InterruptedException {
        String problem;
        try {
            InstalledProgram.run(List.of("node", "--version"));
            // Without a network npm would go on trying for minutes.
            var npm = InstalledProgram.run(List.of(
                    "npm",
                    "ci",
                    "--prefix",
                    target.toString(),
                    "--ignore-scripts",
                    "--no-audit",
                    "--no-fund",
                    "--fetch-retries=1",
                    "--fetch-retry-mintimeout=1000",
                    "--fetch-timeout=20000"));
            if (npm.status() == 0) {
                return;
            }
            problem = "npm cannot install the packages: " + npm.output();
        } catch (IOException e) {
            problem = "Node.js and npm are not both installed (Debian: nodejs, npm): " + e.getMessage();
        }
        throw InstalledProgram.absent(KIND, problem);
    }
}
