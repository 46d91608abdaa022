package io.github.fakecached.conformance.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every difference in docs/DIFFERENCES.md, a row of its table or an item of its lists, names the rules that are about it at its
 * end, or says there why no rule shows it.
 */
class DifferencesPageTest {

    private static final Path PAGE = Path.of("../docs/DIFFERENCES.md");
    private static final Pattern END_OF_ROW = Pattern.compile("\\| ([^|]+) \\|$");
    private static final Pattern END_OF_ITEM = Pattern.compile("Rules: ([^.]+)\\.$|(No rule shows it: .+)\\.$");
    private static final Pattern ID = Pattern.compile("([A-Z]-[A-Z]+-\\d+)( \\(varies\\))?");
    private static final String NONE = "No rule shows it: ";

    private static final Map<String, Rule> RULES = Stream.of(RuleBook.all(), RuleBook.client())
            .flatMap(book -> book.rules().stream())
            .collect(Collectors.toMap(Rule::id, Function.identity()));

    /** What stands at the end of each difference. */
    private static List<String> ends() throws IOException {
        var page = Files.readString(PAGE).replaceAll("\n  ", " ");
        var rows = page.lines()
                .filter(line -> line.startsWith("| "))
                .filter(line -> !line.startsWith("| ---") && !line.startsWith("| version |"))
                .map(DifferencesPageTest::endOfRow);
        var items = page.lines().filter(line -> line.startsWith("- ")).map(DifferencesPageTest::endOfItem);
        return Stream.concat(rows, items).toList();
    }

    private static String endOfRow(String row) {
        var matcher = END_OF_ROW.matcher(row);
        assertThat(matcher.find()).as(row).isTrue();
        return matcher.group(1);
    }

    private static String endOfItem(String item) {
        var matcher = END_OF_ITEM.matcher(item);
        assertThat(matcher.find())
                .as("\"Rules: T-GET-06, A-STATS-08.\" or \"%s...\" at the end of: %s", NONE, item)
                .isTrue();
        return matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
    }

    @Test
    void everyDifferenceNamesRulesOrSaysWhyNoneShowsIt() throws IOException {
        assertThat(ends()).hasSizeGreaterThan(40).allSatisfy(end -> {
            if (!end.startsWith(NONE)) {
                assertThat(end.split(", ")).allMatch(id -> ID.matcher(id).matches());
            }
        });
    }

    @Test
    void theRulesThatAreNamedExist() throws IOException {
        assertThat(ids())
                .isNotEmpty()
                .extracting(id -> id.replace(" (varies)", ""))
                .isSubsetOf(RULES.keySet());
    }

    @Test
    void aRuleThatVariesIsMarkedAndNoOther() throws IOException {
        assertThat(ids())
                .allSatisfy(id -> assertThat(id.endsWith(" (varies)"))
                        .as(id)
                        .isEqualTo(RULES.get(id.replace(" (varies)", "")).level() == Level.VARIES));
    }

    private static List<String> ids() throws IOException {
        return ends().stream()
                .filter(end -> !end.startsWith(NONE))
                .flatMap(end -> Stream.of(end.split(", ")))
                .toList();
    }
}
