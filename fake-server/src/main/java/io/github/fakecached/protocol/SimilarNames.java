package io.github.fakecached.protocol;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Finds the names that somebody may have meant who wrote another. */
final class SimilarNames {

    private SimilarNames() {}

    /** Those with the fewest typing errors between them, if no more than half of the letters are wrong. */
    static Set<String> to(String written, Collection<String> names) {
        Set<String> nearest = new TreeSet<>();
        int fewest = written.length() / 2;
        for (String name : names) {
            int errors = typingErrors(written.toLowerCase(Locale.ROOT), name);
            if (errors < fewest) {
                nearest.clear();
                fewest = errors;
            }
            if (errors == fewest) {
                nearest.add(name);
            }
        }
        return nearest;
    }

    /** How many letters are to be added, left out, replaced, or changed with their neighbours (optimal string alignment). */
    private static int typingErrors(String a, String b) {
        int[][] errors = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    errors[i][j] = i + j;
                    continue;
                }
                int replaced = errors[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                int fewest = Math.min(replaced, 1 + Math.min(errors[i - 1][j], errors[i][j - 1]));
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                errors[i][j] = swapped ? Math.min(fewest, 1 + errors[i - 2][j - 2]) : fewest;
            }
        }
        return errors[a.length()][b.length()];
    }
}
