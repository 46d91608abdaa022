package io.github.fakecached.cli.admin;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What came of an operation, before it is written as JSON or as lines. */
sealed interface Result {

    /** It is done, and there is nothing to tell. */
    record Done() implements Result {}

    /** One thing with named values. */
    record Row(Map<String, Object> values) implements Result {}

    /**
     * Several things of a kind.
     *
     * @param name what they are called together
     * @param besides what is to be told of them all
     * @param text how they are written for people to read, where that is not a line of names and values for each
     */
    record Rows(
            String name,
            List<Map<String, Object>> rows,
            Map<String, Object> besides,
            @Nullable String text) implements Result {

        Rows(String name, List<Map<String, Object>> rows) {
            this(name, rows, Map.of(), null);
        }
    }
}
