package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.liar.Lie;
import io.github.fakecached.conformance.liar.Replies;
import io.github.fakecached.conformance.rule.Checks;
import io.github.fakecached.conformance.rule.RuleBook;
import io.github.fakecached.conformance.rule.RuleResult;
import io.github.fakecached.conformance.rule.RuleResult.Status;
import io.github.fakecached.conformance.run.PropertyEngine;
import io.github.fakecached.conformance.run.Seed;
import io.github.fakecached.conformance.target.LyingTarget;
import io.github.fakecached.conformance.target.Target;
import io.github.fakecached.conformance.target.TargetAbsent;
import io.github.fakecached.conformance.target.TargetSource;
import io.github.fakecached.conformance.target.Targets;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.platform.engine.discovery.DiscoverySelectors;

/**
 * One property, run on the fake as it is and then on one that lies from the last reply on. What comes earlier in a try is there
 * to make items, and to see that they were made, which proves no rule.
 */
record OneProperty(Method method) {

    private static final int TRIES = 3;

    /** The last reply may be to what tidies up, so that nobody looks at it. */
    private static final int LAST = 2;

    /** Some properties are given fewer replies the next time, and are told no lie then: they wait, or ask on many connections at once. */
    private static final int ATTEMPTS = 4;

    private static final Duration LIMIT = Duration.ofSeconds(5);

    /** How it fails on a liar, or nothing if it does not. */
    Optional<String> failure() throws TargetAbsent {
        var fakes = new ArrayList<>(Targets.configured().fakes());
        Collections.reverse(fakes);
        for (var fake : fakes) {
            var replies = Replies.honest();
            var honest = on(LyingTarget.of(fake.open(), replies));
            if (honest.status() == Status.HOLDS) {
                return onLiar(fake, replies.given());
            }
            if (honest.status() != Status.NOT_APPLICABLE) {
                throw new AssertionError("on a server that tells the truth: " + honest);
            }
        }
        return onPretender();
    }

    private Optional<String> onLiar(TargetSource fake, int replies) throws TargetAbsent {
        if (ConcurrentBursts.class.isAssignableFrom(method.getDeclaringClass())) {
            // which of many connections is the last to be given a reply is chance, and so is who looks at that
            return onLiar(fake, replies - replies / 8, Lie.OTHER);
        }
        for (int last = 0; last < LAST; last++) {
            for (var lie : List.of(Lie.OPPOSITE, Lie.OTHER)) {
                var failure = onLiar(fake, replies - last, lie);
                if (failure.isPresent()) {
                    return failure;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> onLiar(TargetSource fake, int firstLie, Lie lie) throws TargetAbsent {
        int first = firstLie;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var lies = Replies.lyingFrom(first, lie);
            var result = on(LyingTarget.of(fake.open(), lies));
            if (result.status() == Status.BROKEN) {
                return Optional.of(result.message());
            }
            if (lies.given() >= first) {
                return Optional.empty();
            }
            first = lies.given() - lies.given() / 8;
        }
        return Optional.empty();
    }

    /** What is about releases older than any fake's fails on one that only claims to be so old. */
    private Optional<String> onPretender() throws TargetAbsent {
        var versions = RuleBook.all().rule(rules()[0]).versions();
        var fake = Targets.configured().fakes().get(0).open();
        var result = result(LyingTarget.pretending(versions.until().orElseThrow(), fake), patience());
        return Optional.of(result).filter(of -> of.status() == Status.BROKEN).map(RuleResult::message);
    }

    /** The result, where a reply that does not come is no proof: whoever only asks misses it too. */
    private RuleResult on(Target target) {
        var patience = patience();
        // One more, and properties of this class are given up, which shows.
        patience.missedReply(method.getDeclaringClass());
        patience.missedReply(method.getDeclaringClass());
        var result = result(target, patience);
        return patience.isOver(method.getDeclaringClass())
                .map(why -> new RuleResult(result.rules(), result.property(), Status.SKIPPED, why))
                .orElse(result);
    }

    private static Patience patience() {
        return new Patience(Duration.ofMinutes(2), LIMIT, LIMIT);
    }

    private RuleResult result(Target target, Patience patience) {
        var selector = DiscoverySelectors.selectMethod(method.getDeclaringClass(), method);
        try (target;
                var run = CurrentRun.begin(target, Seed.configured(), patience, result -> {})) {
            // As after many failures, of which nobody wants to see each made small.
            run.results().addAll(Collections.nCopies(100, new RuleResult(List.of(), "", Status.BROKEN, "")));
            PropertyEngine.run(List.of(selector), TRIES);
            return run.results().get(run.results().size() - 1);
        }
    }

    private String[] rules() {
        return method.getAnnotation(Checks.class).value();
    }

    @Override
    public String toString() {
        return String.join(" ", rules()) + " " + method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }
}
