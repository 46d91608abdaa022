package io.github.fakecached.benchmark.start;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Times of several contenders, each measured as often, and how they compare. */
final class Medians {

    private final Map<String, List<Double>> millis = new LinkedHashMap<>();

    void add(String contender, double time) {
        millis.computeIfAbsent(contender, name -> new ArrayList<>()).add(time);
    }

    double median(String contender) {
        double[] sorted = sorted(contender);
        return sorted[sorted.length / 2];
    }

    /** A table in Markdown, with each median as a multiple of those of some of them. */
    String table(String... yardsticks) {
        StringBuilder table = new StringBuilder("| what | median | from | to |");
        for (String yardstick : yardsticks) {
            table.append(" against ").append(yardstick).append(" |");
        }
        table.append("\n| --- | --- | --- | --- |").append(" --- |".repeat(yardsticks.length));
        millis.forEach((contender, times) -> {
            double[] sorted = sorted(contender);
            table.append("\n| %s | %.1f ms | %.1f | %.1f |"
                    .formatted(contender, median(contender), sorted[0], sorted[sorted.length - 1]));
            for (String yardstick : yardsticks) {
                table.append(" %.2f |".formatted(median(contender) / median(yardstick)));
            }
        });
        return table.toString();
    }

    private double[] sorted(String contender) {
        return millis.get(contender).stream()
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
    }
}
