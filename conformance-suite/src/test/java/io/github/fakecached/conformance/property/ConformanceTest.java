package io.github.fakecached.conformance.property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.fakecached.conformance.OpenTarget;
import io.github.fakecached.conformance.lockstep.Lockstep;
import io.github.fakecached.conformance.rule.RuleResult;
import io.github.fakecached.conformance.rule.RuleResult.Status;
import io.github.fakecached.conformance.target.TargetSource;
import io.github.fakecached.conformance.target.Targets;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.TestAbortedException;

/** All rules, on the fake in each of its versions and on every real server that is here. */
class ConformanceTest {

    @TestFactory
    Stream<DynamicNode> rulesHold() {
        var targets = Targets.configured();
        // Real servers as for lock step: what they do in the background makes a few replies a matter of luck.
        return Stream.concat(targets.fakes().stream(), targets.judged(Lockstep.serverOptions()).stream())
                .map(source -> dynamicContainer(source.name(), Stream.of(source).flatMap(ConformanceTest::results)));
    }

    private static Stream<DynamicTest> results(TargetSource source) {
        try (var target = OpenTarget.orAbort(source)) {
            // As a list: the target is there only until the end of this block.
            return Stream.of(Book.values())
                    .flatMap(book -> ConformanceRunner.run(target, book).stream())
                    .filter(result -> result.status() != Status.NOT_APPLICABLE)
                    .map(ConformanceTest::test)
                    .toList()
                    .stream();
        } catch (TestAbortedException | AssertionError absent) {
            return Stream.of(dynamicTest("is there", () -> {
                throw absent;
            }));
        }
    }

    private static DynamicTest test(RuleResult result) {
        return dynamicTest(String.join(" ", result.rules()) + " " + result.property(), () -> {
            switch (result.status()) {
                case BROKEN -> throw new AssertionError(result.message());
                case SKIPPED, NOT_OFFERED -> {
                    // A server of ours that breaks down between two rules has to be looked at.
                    assertThat(result.message()).isNotEqualTo(NotEmptied.REASON);
                    throw new TestAbortedException(result.message());
                }
                case HOLDS, NOT_APPLICABLE -> {
                    // Nothing more to say.
                }
            }
        });
    }
}
