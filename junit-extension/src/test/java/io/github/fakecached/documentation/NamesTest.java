package io.github.fakecached.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the pages for readers name in the middle of a sentence is there: classes, methods, settings and commands of this repository. */
class NamesTest {

    private static final Pattern TYPE = Pattern.compile("@?([A-Z][a-z]\\w+)(?:\\.\\w+)*(?:[.(].*)?");
    private static final Pattern CALLED = Pattern.compile("(\\w+)\\(");
    private static final Pattern SETTING = Pattern.compile("-D[\\w.-]+(?:=\\S*)?");
    private static final Pattern COMMAND = Pattern.compile("(?:mvn|java) .*");
    private static final Pattern NAMED = Pattern.compile("<text class=\"type\"[^>]*>(\\w+)</text>");
    /** Written by tests of their own, and about memcached's commands or other libraries rather than this code. */
    private static final List<Path> KEPT_BY_OTHERS = Stream.of(
                    "CLIENTS", "CONFORMANCE", "DIFFERENCES", "FAULTS", "SUPPORTED")
            .map(name -> Path.of("docs", name + ".md"))
            .toList();
    /** What the pages tell of other libraries that are not used here. */
    private static final Set<String> OF_OTHERS = Set.of(
            "MemCacheDaemon",
            "CacheImpl",
            "ConcurrentLinkedHashMap",
            "setBinary",
            "getCache", // jmemcached
            "withReuse", // Testcontainers
            "ClassRule",
            "Before", // JUnit 4
            "QuarkusTest",
            "QuarkusTestResource",
            "JvmField",
            "mavenLocal",
            "mavenCentral"); // Gradle

    private static final String SOURCES =
            Repository.files(".java").map(Repository::text).collect(Collectors.joining("\n"));

    @Test
    void everyNameOnThePagesIsInTheCode() {
        List<String> unknown = Stream.concat(
                        Stream.of("README.md", "CONTRIBUTING.md").map(Path::of),
                        Repository.files(".md").filter(file -> file.startsWith("docs")))
                .filter(file -> !KEPT_BY_OTHERS.contains(file))
                .map(Page::read)
                .flatMap(page -> page.names().stream().flatMap(name -> problems(page.at(name.line()), name.code())))
                .toList();

        assertThat(unknown).isEmpty();
    }

    @Test
    void everyNameInThePictureIsInTheCode() {
        List<String> types = Repository.files(".svg")
                .filter(file -> file.startsWith("docs"))
                .flatMap(picture -> NAMED.matcher(Repository.text(picture)).results())
                .map(name -> name.group(1))
                .toList();

        assertThat(types)
                .contains("Engine")
                .allSatisfy(name -> assertThat(isType(name)).as(name).isTrue());
    }

    private static Stream<String> problems(String origin, String code) {
        if (COMMAND.matcher(code).matches()) {
            return ShellCommands.problems(origin, code).stream();
        }
        if (SETTING.matcher(code).matches()) {
            return ShellCommands.problems(origin, "mvn " + code).stream();
        }
        var type = TYPE.matcher(code);
        Stream<String> types = type.matches() && !isType(type.group(1))
                ? Stream.of(origin + ": no type is named " + type.group(1))
                : Stream.of();
        Stream<String> methods = CALLED.matcher(code)
                .results()
                .map(call -> call.group(1))
                .filter(method -> !OF_OTHERS.contains(method) && !SOURCES.contains(method + "("))
                .map(method -> origin + ": no method is named " + method);
        return Stream.concat(types, methods);
    }

    private static boolean isType(String name) {
        return OF_OTHERS.contains(name)
                || isOfJava(name)
                || Stream.of(".java", "Benchmark.java") // benchmarks are named by the beginnings of their names
                        .flatMap(ending -> Repository.filesNamed(name + ending))
                        .findAny()
                        .isPresent()
                || Pattern.compile("(?:(?:class|interface|enum|record) |import [a-z.]+\\.)" + name + "\\b")
                        .matcher(SOURCES)
                        .find();
    }

    private static boolean isOfJava(String name) {
        try {
            Class.forName("java.lang." + name);
            return true;
        } catch (ClassNotFoundException absent) {
            return false;
        }
    }
}
