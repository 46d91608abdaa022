package io.github.fakecached.conformance.run;

import java.util.Optional;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/**
 * What random cases are made from. It is the same in every run unless {@code -Dconformance.seed} says otherwise: whoever
 * builds the project is told of what they changed, and not of what luck has found.
 */
public final class Seed {

    private static final String SETTING = "conformance.seed";
    private static final String RANDOM = "random";
    private static final String USUAL = "20110101";

    private final Optional<String> number;

    private Seed(Optional<String> number) {
        this.number = number;
    }

    /**
     * The one that was set, or the usual one.
     *
     * @throws IllegalArgumentException if it is neither a number nor {@code random}
     */
    public static Seed configured() {
        return of(System.getProperty(SETTING, USUAL));
    }

    /**
     * A number, or {@code random} for another one each time.
     *
     * @throws IllegalArgumentException if it is neither
     */
    public static Seed of(String seed) {
        if (seed.equals(RANDOM)) {
            return new Seed(Optional.empty());
        }
        try {
            return new Seed(Optional.of(Long.toString(Long.parseLong(seed))));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("-D" + SETTING + " takes a number or " + RANDOM + ", and is " + seed, e);
        }
    }

    /** Makes a property draw its cases from this seed. */
    public void useFor(PropertyLifecycleContext context) {
        number.ifPresent(context.attributes()::setSeed);
    }

    /** What to add to a command to draw from the seed of a result once more. */
    public static String again(Optional<String> seed) {
        return "-D" + SETTING + "=" + seed.orElse(RANDOM);
    }
}
