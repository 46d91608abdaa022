package io.github.fakecached.conformance.mutation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * One deliberate bug, as {@code mutations.md} lists it. It never changes the file it is about.
 *
 * @param id what it is called
 * @param dialect whose rules are the likeliest to find it
 * @param sentence what it breaks
 * @param file the file it is in, seen from the server's packages
 * @param before lines of that file
 * @param after what is in their place, which may be nothing
 */
record Mutation(String id, String dialect, String sentence, String file, String before, String after) {

    private static final Path SOURCES = Path.of("../fake-server/src/main/java");
    private static final Path PACKAGES = SOURCES.resolve("io/github/fakecached");

    private static final Pattern ENTRY = Pattern.compile(
            "^### (\\S+)\n\n([a-z]+): (.+)\n\n`(\\S+)`\n\n```diff\n((?:-.*\n)+)((?:\\+.*\n)*)```$", Pattern.MULTILINE);

    /** All that are listed. */
    static List<Mutation> all() {
        try (var in = Objects.requireNonNull(Mutation.class.getResourceAsStream("mutations.md"))) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read mutations.md", e);
        }
    }

    static List<Mutation> parse(String markdown) {
        return ENTRY.matcher(markdown)
                .results()
                .map(entry -> new Mutation(
                        entry.group(1),
                        entry.group(2),
                        entry.group(3),
                        entry.group(4),
                        lines(entry.group(5)),
                        lines(entry.group(6))))
                .toList();
    }

    /** What stands behind the sign at the beginning of each line. */
    private static String lines(String diff) {
        return diff.replaceAll("(?m)^[-+]", "");
    }

    /** Where the file is, seen from the folder of all sources. */
    Path path() {
        return SOURCES.relativize(PACKAGES).resolve(file);
    }

    String source() throws IOException {
        return Files.readString(PACKAGES.resolve(file));
    }

    /**
     * The file's text with the bug in it.
     *
     * @throws IllegalStateException if the lines are not in the file exactly once
     */
    String mutated() throws IOException {
        var source = source();
        int at = source.indexOf(before);
        if (at < 0 || source.indexOf(before, at + 1) >= 0) {
            throw new IllegalStateException(file + " does not have these lines exactly once:\n" + before);
        }
        return source.substring(0, at) + after + source.substring(at + before.length());
    }

    @Override
    public String toString() {
        return id;
    }
}
