package io.github.fakecached.documentation;

import java.util.stream.Collectors;

/**
 * A block of code on a page.
 *
 * @param origin the page and the line
 * @param language what stands behind the backticks; empty if nothing does
 * @param partOf the name of the file that a comment before the block says it is copied from; empty if there is none
 */
record CodeBlock(String origin, String language, String text, String partOf) {

    private static final int DEEPEST = 24;

    /** Whether this block is in that source, line by line, however deep it is indented there. */
    boolean isPartOf(String source) {
        for (int spaces = 0; spaces <= DEEPEST; spaces += 2) {
            if (source.contains(indented(" ".repeat(spaces)))) {
                return true;
            }
        }
        return false;
    }

    private String indented(String indentation) {
        return text.lines()
                .map(line -> line.isBlank() ? "\n" : indentation + line + "\n")
                .collect(Collectors.joining());
    }

    @Override
    public String toString() {
        return origin + " " + language;
    }
}
