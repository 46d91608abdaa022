package io.github.fakecached.cli.admin;

import io.github.fakecached.fault.Fault;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/** The faults, by the names that the steps of a test have for them, with the parameters that each takes. */
enum FaultKind {
    DELAY("delay", Set.of("seconds", "onServerClock"), given -> new Fault.Delay(seconds(given), onServerClock(given))),
    GATE("gate", Set.of(), given -> new Fault.Hold()),
    STALL("stall", Set.of(), given -> new Fault.Stall()),
    CLOSE("close", Set.of(), given -> new Fault.Close()),
    RESET("reset", Set.of(), given -> new Fault.Reset()),
    REFUSE("refuse", Set.of(), given -> new Fault.Refuse()),
    REPLY("reply", Set.of("line"), given -> new Fault.Reply(given.required("line"))),
    REPLY_EARLY("replyEarly", Set.of("line"), given -> new Fault.EarlyReply(given.required("line"), false)),
    REPLY_EARLY_THEN_CLOSE(
            "replyEarlyThenClose", Set.of("line"), given -> new Fault.EarlyReply(given.required("line"), true)),
    DROP_REQUEST("dropRequest", Set.of(), given -> new Fault.DropRequest()),
    DROP_REPLY("dropReply", Set.of(), given -> new Fault.DropReply()),
    TRUNCATE_AFTER("truncateAfter", Set.of("bytes", "then"), FaultKind::truncation),
    GARBAGE("garbage", Set.of("garbage", "garbageBase64"), given -> new Fault.Garbage(given.requiredBytes("garbage"))),
    DRIP("drip", Set.of("seconds", "onServerClock"), given -> new Fault.Drip(seconds(given), onServerClock(given)));

    private final String step;

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<String> parameters;

    @SuppressWarnings("ImmutableEnumChecker") // lambdas without state
    private final Function<Arguments, Fault> maker;

    FaultKind(String step, Set<String> parameters, Function<Arguments, Fault> maker) {
        this.step = step;
        this.parameters = parameters;
        this.maker = maker;
    }

    /** The fault that is asked for by {@code fault} and what goes with it. */
    static Fault of(Arguments arguments) {
        String name = arguments.required("fault");
        FaultKind kind = Arrays.stream(values())
                .filter(candidate -> candidate.step.equals(name))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no fault is named \"" + name + "\"; there are " + String.join(", ", steps())));
        for (FaultKind other : values()) {
            for (String parameter : other.parameters) {
                if (arguments.has(parameter) && !kind.parameters.contains(parameter)) {
                    throw new IllegalArgumentException(parameter + " does not go with the fault " + name);
                }
            }
        }
        return kind.maker.apply(arguments);
    }

    /** All names. */
    static List<String> steps() {
        return Arrays.stream(values()).map(kind -> kind.step).toList();
    }

    private static Duration seconds(Arguments given) {
        given.required("seconds");
        return given.seconds("seconds").orElseThrow();
    }

    private static boolean onServerClock(Arguments given) {
        return given.flag("onServerClock");
    }

    private static Fault truncation(Arguments given) {
        String then = given.required("then");
        List<String> aftermaths = aftermaths();
        if (!aftermaths.contains(then)) {
            throw new IllegalArgumentException(
                    "then is one of " + String.join(", ", aftermaths) + ", not \"" + then + "\"");
        }
        return new Fault.Truncate(given.smallInteger("bytes"), Fault.Aftermath.valueOf(then.toUpperCase(Locale.ROOT)));
    }

    /** What may follow a reply that is cut off. */
    static List<String> aftermaths() {
        return Arrays.stream(Fault.Aftermath.values())
                .map(aftermath -> aftermath.name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
