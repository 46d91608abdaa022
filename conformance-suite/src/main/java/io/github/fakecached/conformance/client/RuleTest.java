package io.github.fakecached.conformance.client;

import io.github.fakecached.conformance.client.ClientRuleResult.Status;
import io.github.fakecached.conformance.rule.Checks;
import io.github.fakecached.conformance.rule.Rule;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The code that tries a rule: a method of one of the classes here, found by its annotation. */
final class RuleTest {

    static final List<Class<?>> CLASSES = List.of(
            KeyRules.class,
            ValueRules.class,
            ExpiryRules.class,
            ItemRules.class,
            CasRules.class,
            ArithmeticRules.class,
            MultigetRules.class,
            PieceRules.class,
            LateRules.class,
            ErrorRules.class,
            GarbageRules.class,
            ConnectionRules.class,
            TimeoutRules.class,
            RetryRules.class,
            CloseRules.class,
            SignInRules.class);

    private static final int[] SLOWNESS = {1, 5, 25};
    private static final Map<String, Method> METHODS = methods();

    private RuleTest() {}

    /** Tries a rule, unless it is left out. */
    static ClientRuleResult run(Rule rule, ClientConnector connector, ClientCapabilities capabilities) {
        Method method = METHODS.get(rule.id());
        if (method == null) {
            return new ClientRuleResult(rule, Status.UNTESTED, "nothing tries this rule", "");
        }
        return reasonAgainst(rule, method, capabilities)
                .map(reason -> new ClientRuleResult(rule, Status.SKIPPED, reason, ""))
                .orElseGet(() -> run(rule, method, connector, capabilities));
    }

    private static Optional<String> reasonAgainst(Rule rule, Method method, ClientCapabilities capabilities) {
        if (!rule.dialects().contains(capabilities.dialect())) {
            return Optional.of("not about the " + capabilities.dialect().name().toLowerCase(Locale.ROOT) + " protocol");
        }
        return capabilities
                .reasonAgainst(rule.id())
                .or(() -> Optional.ofNullable(method.getAnnotation(Needs.class)).stream()
                        .flatMap(needs -> Stream.of(needs.value()))
                        .flatMap(feature -> capabilities.reasonAgainst(feature).stream())
                        .findFirst());
    }

    private static ClientRuleResult run(
            Rule rule, Method method, ClientConnector connector, ClientCapabilities capabilities) {
        Optional<ClientRuleResult> result = Optional.empty();
        for (int i = 0; result.isEmpty() && i < SLOWNESS.length; i++) {
            try (Trial trial = new Trial(connector, capabilities, SLOWNESS[i])) {
                result = run(rule, method, trial);
            }
        }
        return result.orElseGet(
                () -> new ClientRuleResult(rule, Status.BROKEN, "the client sends nothing within its timeout", ""));
    }

    /** Tries it once; nothing if that has shown nothing. */
    private static Optional<ClientRuleResult> run(Rule rule, Method method, Trial trial) {
        try {
            Object instance =
                    method.getDeclaringClass().getDeclaredConstructor().newInstance();
            method.invoke(instance, trial);
            return Optional.of(new ClientRuleResult(rule, Status.HOLDS, "", ""));
        } catch (InvocationTargetException e) {
            Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
            return cause instanceof Inconclusive
                    ? Optional.empty()
                    : Optional.of(new ClientRuleResult(rule, Status.BROKEN, message(cause), trial.transcript()));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot call " + method, e);
        }
    }

    private static String message(Throwable cause) {
        String message = cause.getMessage();
        boolean speaks = cause instanceof AssertionError || cause instanceof NotImplemented;
        return (message == null || !speaks ? cause.toString() : message).strip();
    }

    private static Map<String, Method> methods() {
        Map<String, Method> methods = new HashMap<>();
        for (Class<?> type : CLASSES) {
            for (Method method : type.getDeclaredMethods()) {
                Checks checks = method.getAnnotation(Checks.class);
                if (checks != null) {
                    for (String id : checks.value()) {
                        methods.put(id, method);
                    }
                }
            }
        }
        return methods;
    }
}
