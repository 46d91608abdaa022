package io.github.fakecached.conformance.property;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fakecached.conformance.rule.Checks;
import io.github.fakecached.conformance.rule.Rule;
import io.github.fakecached.conformance.rule.RuleBook;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.commons.support.AnnotationSupport;

/** A rule book and its properties fit together. */
@ParameterizedClass
@MethodSource("books")
class RuleBookCoverageTest {

    @Parameter
    Book book;

    /** The rules of a dialect, and the classes of their properties. */
    record Book(String dialect, List<Rule> rules, List<Class<?>> properties) {

        @Override
        public String toString() {
            return dialect;
        }
    }

    static Stream<Book> books() {
        return Stream.of(
                new Book("text", RuleBook.text().rules(), ConformanceRunner.TEXT_PROPERTIES),
                new Book("meta", RuleBook.meta().rules(), ConformanceRunner.META_PROPERTIES),
                new Book("binary", RuleBook.binary().rules(), ConformanceRunner.BINARY_PROPERTIES),
                new Book(
                        "administration",
                        RuleBook.administration().rules(),
                        ConformanceRunner.ADMINISTRATION_PROPERTIES));
    }

    private Stream<Method> properties() {
        return book.properties().stream()
                .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                .filter(method -> AnnotationSupport.isAnnotated(method, Property.class));
    }

    private Stream<String> checked() {
        return properties()
                .flatMap(method -> Stream.of(method.getAnnotation(Checks.class).value()));
    }

    @Test
    void everyRuleIsCheckedByAProperty() {
        assertThat(book.rules())
                .extracting(Rule::id)
                .isNotEmpty()
                .isSubsetOf(checked().toList());
    }

    @Test
    void everyPropertyChecksRulesOfTheBook() {
        assertThat(properties())
                .allSatisfy(method ->
                        assertThat(method.isAnnotationPresent(Checks.class)).isTrue());
        assertThat(checked()).isSubsetOf(book.rules().stream().map(Rule::id).toList());
    }

    @Test
    void anIdIsGivenOnce() {
        assertThat(book.rules()).extracting(Rule::id).doesNotHaveDuplicates();
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
                    .containsExactlyInAnyOrderElementsOf(books().flatMap(each -> each.properties().stream())
                            .map(Class::getSimpleName)
                            .toList());
        }
    }
}
