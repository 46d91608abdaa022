package io.github.fakecached.conformance.property;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fakecached.conformance.rule.Checks;
import io.github.fakecached.conformance.rule.Rule;
import io.github.fakecached.conformance.rule.RuleBook;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.support.AnnotationSupport;

/** The rule book and the properties fit together. */
class RuleBookCoverageTest {

    private static Stream<Method> properties() {
        return ConformanceRunner.TEXT_PROPERTIES.stream()
                .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                .filter(method -> AnnotationSupport.isAnnotated(method, Property.class));
    }

    private static Stream<String> checked() {
        return properties()
                .flatMap(method -> Stream.of(method.getAnnotation(Checks.class).value()));
    }

    @Test
    void everyRuleIsCheckedByAProperty() {
        assertThat(RuleBook.text().rules())
                .extracting(Rule::id)
                .isNotEmpty()
                .isSubsetOf(checked().toList());
    }

    @Test
    void everyPropertyChecksRulesOfTheBook() {
        assertThat(properties())
                .allSatisfy(method ->
                        assertThat(method.isAnnotationPresent(Checks.class)).isTrue());
        assertThat(checked())
                .isSubsetOf(RuleBook.text().rules().stream().map(Rule::id).toList());
    }

    @Test
    void anIdIsGivenOnce() {
        assertThat(RuleBook.text().rules()).extracting(Rule::id).doesNotHaveDuplicates();
    }

    @Test
    void everyClassOfPropertiesIsRun() throws IOException {
        var folder = Path.of(
                "src/main/java", ConformanceRunner.class.getPackageName().replace('.', '/'));
        try (var files = Files.list(folder)) {
            var classes = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Properties.java"))
                    .map(name -> name.replace(".java", ""));
            assertThat(classes)
                    .containsExactlyInAnyOrderElementsOf(ConformanceRunner.TEXT_PROPERTIES.stream()
                            .map(Class::getSimpleName)
                            .toList());
        }
    }
}
