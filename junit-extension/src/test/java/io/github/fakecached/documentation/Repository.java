package io.github.fakecached.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The files of this repository, without what a build leaves there. Paths are relative to its top folder. */
final class Repository {

    private static final Path TOP = Path.of("..").toAbsolutePath().normalize();
    private static final Set<String> NOT_OURS = Set.of(".git", ".idea", "node_modules");
    private static final List<Path> FILES = walk();

    private Repository() {}

    static Stream<Path> files() {
        return FILES.stream();
    }

    static Stream<Path> files(String ending) {
        return files().filter(file -> file.toString().endsWith(ending));
    }

    static Stream<Path> filesNamed(String name) {
        return files().filter(file -> file.endsWith(name));
    }

    static boolean has(Path file) {
        return Files.exists(TOP.resolve(file));
    }

    /** The text of a file; nothing if it is no text. */
    static String text(Path file) {
        try {
            return Files.readString(TOP.resolve(file));
        } catch (MalformedInputException binary) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> walk() {
        List<Path> files = new ArrayList<>();
        try {
            Files.walkFileTree(TOP, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return isOurs(folder) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    files.add(TOP.relativize(file));
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files.stream().sorted().toList();
    }

    /** A package may be named target, and the folder of a build is beside a pom. */
    private static boolean isOurs(Path folder) {
        String name = folder.getFileName().toString();
        return !NOT_OURS.contains(name) && !(name.equals("target") && Files.exists(folder.resolveSibling("pom.xml")));
    }
}
