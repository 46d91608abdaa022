package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.rule.Checks;
import io.github.fakecached.conformance.rule.Rule;
import java.lang.reflect.Method;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules that a run is about: those of some books, or a few by their ids. */
public final class Selection {

    private final Set<Book> books;
    private final Set<String> ids;

    private Selection(Set<Book> books, Set<String> ids) {
        this.books = books;
        this.ids = ids;
    }

    /** All rules. */
    public static Selection all() {
        return of(Set.of(), Set.of());
    }

    /** The rules of one book. */
    public static Selection of(Book book) {
        return of(Set.of(book), Set.of());
    }

    /**
     * The rules that are in one of the books, and have one of the ids.
     *
     * @param books some books; none stands for all
     * @param ids ids of rules; none stands for all that the books have
     * @throws IllegalArgumentException if an id is in none of the books
     */
    public static Selection of(Set<Book> books, Set<String> ids) {
        var selection = new Selection(books.isEmpty() ? EnumSet.allOf(Book.class) : Set.copyOf(books), Set.copyOf(ids));
        var known = selection.books.stream()
                .flatMap(book -> selection.rules(book).stream())
                .map(Rule::id)
                .collect(Collectors.toSet());
        var unknown = new LinkedHashSet<>(ids);
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("no rule has the id " + String.join(", ", unknown)
                    + (books.isEmpty() ? "" : " in the books chosen") + "; ids are as in T-STORE-01");
        }
        return selection;
    }

    /** Its rules in this book, in the book's order; none where the book was not chosen. */
    public List<Rule> rules(Book book) {
        return books.contains(book)
                ? book.rules().stream().filter(rule -> includes(rule.id())).toList()
                : List.of();
    }

    /** How many properties check its rules. */
    public int size() {
        return properties().size();
    }

    List<Method> properties() {
        return Stream.of(Book.values())
                .filter(books::contains)
                .flatMap(Book::properties)
                .filter(method ->
                        Stream.of(method.getAnnotation(Checks.class).value()).anyMatch(this::includes))
                .toList();
    }

    private boolean includes(String id) {
        return ids.isEmpty() || ids.contains(id);
    }
}
