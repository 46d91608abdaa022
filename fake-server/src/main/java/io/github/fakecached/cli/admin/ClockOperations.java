package io.github.fakecached.cli.admin;

import io.github.fakecached.clock.ControllableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** What can be asked of the clock, which all nodes have in common. */
final class ClockOperations {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final String CLOCK = "Clock";

    private final ControllableClock clock;

    ClockOperations(ControllableClock clock) {
        this.clock = clock;
    }

    List<Operation> all() {
        return List.of(
                Operation.get("clock", "/clock", "What the clock shows.", CLOCK, List.of(), arguments -> now()),
                Operation.post(
                        "clock advance",
                        "/clock/advance",
                        "Moves the clock forward.",
                        CLOCK,
                        List.of(Parameter.required("seconds", Parameter.Type.NUMBER, "how far; may have a fraction")),
                        changed(arguments -> clock.advance(seconds(arguments)))),
                Operation.post(
                        "clock set",
                        "/clock/set",
                        "Sets the clock, forward or back.",
                        CLOCK,
                        List.of(Parameter.required(
                                "time", Parameter.Type.STRING, "the time to show, as 2030-12-31T23:59:59.999Z")),
                        changed(arguments -> clock.setTime(arguments.instant("time")))),
                Operation.post(
                        "clock phase",
                        "/clock/phase",
                        "Moves the clock within its second; memcached's next one begins at 1.",
                        CLOCK,
                        List.of(Parameter.required(
                                "seconds",
                                Parameter.Type.NUMBER,
                                "how far the second has gone, from 0 to less than 1")),
                        changed(arguments -> clock.setPhase(seconds(arguments)))),
                Operation.post(
                        "clock pause",
                        "/clock/pause",
                        "Stops the clock where it is.",
                        CLOCK,
                        List.of(),
                        changed(arguments -> clock.pause())),
                Operation.post(
                        "clock resume",
                        "/clock/resume",
                        "Lets the clock run on.",
                        CLOCK,
                        List.of(),
                        changed(arguments -> clock.resume())));
    }

    private Function<Arguments, Result> changed(Consumer<Arguments> change) {
        return arguments -> {
            change.accept(arguments);
            return now();
        };
    }

    private static Duration seconds(Arguments arguments) {
        return arguments.seconds("seconds").orElseThrow();
    }

    private Result now() {
        Instant now = clock.now();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("time", now.toString());
        row.put("epochSecond", now.getEpochSecond());
        row.put("phase", now.getNano() / NANOS_PER_SECOND);
        row.put("paused", clock.isPaused());
        return new Result.Row(row);
    }
}
