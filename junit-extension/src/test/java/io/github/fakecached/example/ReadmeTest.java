package io.github.fakecached.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fakecached.junit.assertj.GoldenFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the README shows is what is compiled and run. */
class ReadmeTest {

    private static final Path README = Path.of("../README.md");
    private static final Path SOURCES = Path.of("src/test/java/io/github/fakecached/example");
    private static final Pattern CODE_BLOCK = Pattern.compile("(?ms)^```(\\w*)\\n(.*?)^```$");

    @Test
    void theExampleIsTheBodyOfSessionCacheTest() throws IOException {
        String source = Files.readString(SOURCES.resolve("SessionCacheTest.java"));
        String body = source.substring(source.indexOf("@MemcachedTest"));

        assertThat(blocks("java")).first().isEqualTo(body);
        assertThat(body.lines()).hasSize(12);
    }

    @Test
    void theExampleWithSeveralNodesIsTheBodyOfLostNodeTest() throws IOException {
        String source = Files.readString(SOURCES.resolve("LostNodeTest.java"));

        assertThat(blocks("java")).contains(source.substring(source.indexOf("@MemcachedTest")));
    }

    @Test
    void theExampleWithAGateIsTheBodyOfSlowServerTest() throws IOException {
        String source = Files.readString(SOURCES.resolve("SlowServerTest.java"));

        assertThat(blocks("java")).contains(source.substring(source.indexOf("@MemcachedTest")));
    }

    @Test
    void theFirstCommandRunsTheExampleAndTheSecondAllTests() throws IOException {
        List<String> commands = CODE_BLOCK
                .matcher(Files.readString(README))
                .results()
                .flatMap(block -> block.group(2).lines())
                .filter(line -> line.startsWith("mvn "))
                .toList();

        assertThat(commands.get(0))
                .contains("-Dtest='" + SessionCacheTest.class.getSimpleName() + "," + ShopTest.class.getSimpleName()
                        + "'");
        assertThat(commands.get(1)).isEqualTo("mvn verify");
    }

    @Test
    void theReportOfAFailureIsThatOfTheExtension() throws IOException {
        Path golden = Path.of("src/test/resources/golden/report/printed.txt");
        String report = blocks("text").get(0);

        assertThat(GoldenFile.normalised(GoldenFile.withoutFrames(report))).isEqualTo(Files.readString(golden));
    }

    private static List<String> blocks(String language) throws IOException {
        return CODE_BLOCK
                .matcher(Files.readString(README))
                .results()
                .filter(block -> block.group(1).equals(language))
                .map((MatchResult block) -> block.group(2))
                .toList();
    }
}
