package io.github.fakecached.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fakecached.junit.assertj.GoldenFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every block of code on the pages for readers is held to something: to the file that a comment {@code <!-- part of NAME -->} before
 * it names, or else to the compiler, the poms or the command line, by its language. A block that nothing checks fails.
 */
class CodeBlocksTest {

    /** What was seen once, by chance, and cannot be had again at will. */
    private static final Set<String> SEEN_ONCE = Set.of("docs/CLIENTS.md");

    @ParameterizedTest
    @MethodSource("blocks")
    void everyBlockIsCheckedByTheBuild(CodeBlock block) {
        assertThat(problems(block)).isEmpty();
    }

    @Test
    void everyJavaBlockThatIsNoPartOfATestCompiles(@TempDir Path classes) {
        List<CodeExample> examples = blocks().filter(CodeBlocksTest::isCompiledAlone)
                .map(block -> new CodeExample(block.origin(), block.text()))
                .toList();

        assertThat(examples).isNotEmpty();
        assertThat(ExampleCompiler.errors(examples, classes)).isEmpty();
    }

    @Test
    void theSecondCommandOfTheReadmeRunsAllTests() {
        assertThat(Page.read(Path.of("README.md")).blocks().stream()
                        .flatMap(block -> block.text().lines())
                        .filter(line -> line.startsWith("mvn ")))
                .element(1)
                .isEqualTo("mvn verify");
    }

    private static Stream<CodeBlock> blocks() {
        return Page.all()
                .filter(page -> page.file().startsWith("docs")
                        || page.file().equals(Path.of("README.md"))
                        || page.file().equals(Path.of("CONTRIBUTING.md")))
                .flatMap(page -> page.blocks().stream());
    }

    private static List<String> problems(CodeBlock block) {
        if (!block.partOf().isEmpty()) {
            return isPartOfItsFile(block)
                    ? List.of()
                    : List.of(block.origin() + ": this is not, line by line, in a file named " + block.partOf());
        }
        return switch (block.language()) {
            case "java" -> List.of(); // compiled with the others
            case "sh" -> ShellCommands.problems(block);
            case "xml" -> PomFragment.problems(block);
            case "groovy" -> PomFragment.problemsOfGradle(block);
            case "properties" -> Settings.problems(block);
            default ->
                SEEN_ONCE.stream().anyMatch(block.origin()::startsWith)
                        ? List.of()
                        : List.of(block.origin() + ": nothing checks a block of '" + block.language()
                                + "'; say before it of which file it is a part: <!-- part of NAME -->");
        };
    }

    private static boolean isCompiledAlone(CodeBlock block) {
        return block.language().equals("java") && block.partOf().isEmpty();
    }

    /** A text that differs from run to run, as a failure's report does, may be kept without what differs. */
    private static boolean isPartOfItsFile(CodeBlock block) {
        String withoutWhatDiffers = GoldenFile.normalised(GoldenFile.withoutFrames(block.text()));
        return Repository.filesNamed(block.partOf())
                .map(Repository::text)
                .anyMatch(source -> block.isPartOf(source)
                        || (block.language().equals("text") && source.contains(withoutWhatDiffers)));
    }
}
