package io.github.fakecached;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for the source files of all modules. */
class SourceTreeTest {

    private static final int MOST_LINES = 400;
    private static final List<String> MODULES = List.of("fake-server", "junit-extension", "conformance-suite");
    private static final Pattern PUBLIC_TYPE =
            Pattern.compile("(?m)^public (?:[a-z-]+ )*(?:class|interface|@interface|enum|record) ");
    private static final Pattern DOCUMENTED = Pattern.compile("(?ms)^/\\*\\*.*\\*/\\n(?:@.*)?\\z");

    @Test
    void noFileIsTooLong() {
        assertThat(javaFiles("src/main", "src/test"))
                .allSatisfy(file -> assertThat(text(file).lines().count())
                        .as("lines of %s", file)
                        .isLessThanOrEqualTo(MOST_LINES));
    }

    @Test
    void everyPackageIsNullMarked() {
        assertThat(javaFiles("src/main").map(Path::getParent).distinct())
                .isNotEmpty()
                .allSatisfy(folder -> assertThat(folder.resolve("package-info.java"))
                        .content()
                        .contains("\n@NullMarked\n"));
    }

    @Test
    void everyPublicTypeSaysWhatItIsFor() {
        assertThat(javaFiles("src/main")).isNotEmpty().allSatisfy(file -> {
            var source = text(file);
            var type = PUBLIC_TYPE.matcher(source);
            if (type.find()) {
                assertThat(source.substring(0, type.start()))
                        .as("what stands before the public type of %s", file)
                        .containsPattern(DOCUMENTED);
            }
        });
    }

    @Test
    void noPackageIsInTwoModules() {
        Map<String, Set<String>> modulesOfPackages = new TreeMap<>();
        javaFiles("src/main")
                .forEach(file -> modulesOfPackages
                        .computeIfAbsent(packageOf(file), each -> new TreeSet<>())
                        .add(moduleOf(file)));

        assertThat(modulesOfPackages)
                .isNotEmpty()
                .allSatisfy((name, modules) -> assertThat(modules)
                        .as("modules with the package %s", name)
                        .hasSize(1));
    }

    @Test
    void everyModuleIsNamedAsItsFirstPackage() {
        assertThat(MODULES).allSatisfy(module -> {
            String first = javaFiles("src/main")
                    .filter(file -> moduleOf(file).equals(module))
                    .map(SourceTreeTest::packageOf)
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
            assertThat(root().resolve(module).resolve("pom.xml"))
                    .content()
                    .contains("<Automatic-Module-Name>" + first + "</Automatic-Module-Name>");
        });
    }

    private static String moduleOf(Path file) {
        return root().relativize(file).getName(0).toString();
    }

    private static String packageOf(Path file) {
        Path sources = root().resolve(moduleOf(file)).resolve("src/main/java");
        return sources.relativize(file.getParent()).toString().replace(File.separatorChar, '.');
    }

    private static Stream<Path> javaFiles(String... folders) {
        var root = root();
        return MODULES.stream()
                .flatMap(module -> Stream.of(folders).map(root.resolve(module)::resolve))
                .filter(Files::isDirectory)
                .flatMap(SourceTreeTest::walk)
                .filter(file -> file.toString().endsWith(".java"));
    }

    private static Path root() {
        var folder = Path.of("").toAbsolutePath();
        while (!MODULES.stream().map(folder::resolve).allMatch(Files::isDirectory)) {
            folder = folder.getParent();
            assertThat(folder).as("a folder that holds %s", MODULES).isNotNull();
        }
        return folder;
    }

    private static Stream<Path> walk(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
