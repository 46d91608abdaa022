package io.github.fakecached.cli.admin;

import static io.github.fakecached.cli.admin.Parameter.optional;

import io.github.fakecached.FakeMemcached;
import io.github.fakecached.fault.CommandMatcher;
import io.github.fakecached.fault.Fault;
import io.github.fakecached.fault.FaultPoint;
import io.github.fakecached.fault.FaultRule;
import io.github.fakecached.fault.Gate;
import io.github.fakecached.fault.InstalledFault;
import io.github.fakecached.fault.Occurrence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** What goes wrong: added, listed with how often it happened, and removed. Parameters have the names of the steps of a test. */
final class FaultOperations {

    private static final Map<String, FaultPoint> POINTS = points();
    private static final Parameter ID =
            Parameter.required("id", Parameter.Type.INTEGER, "the number of the fault in the list");

    private final Nodes nodes;
    private final FaultNumbers numbers = new FaultNumbers();

    FaultOperations(Nodes nodes) {
        this.nodes = nodes;
    }

    List<Operation> all() {
        Parameter node = optional("node", Parameter.Type.STRING, "the name of a node; all by default");
        return List.of(
                Operation.get(
                        "faults",
                        "/faults",
                        "The faults in force.",
                        "Faults",
                        List.of(node),
                        arguments -> rows(nodes.some(arguments))),
                Operation.post("faults add", "/faults", "Adds a fault.", "Faults", parameters(node), this::add),
                Operation.delete(
                        "faults remove",
                        "/faults",
                        "Removes a fault; what it holds back goes on.",
                        List.of(ID),
                        arguments -> {
                            named(arguments).remove();
                            return new Result.Done();
                        }),
                Operation.post(
                        "faults open",
                        "/faults/open",
                        "Opens a gate, and lets go on who waits.",
                        "",
                        List.of(ID),
                        arguments -> open(named(arguments))),
                Operation.post("faults clear", "/faults/clear", "Removes all faults.", "", List.of(node), arguments -> {
                    nodes.some(arguments).values().forEach(each -> each.faults().clear());
                    return new Result.Done();
                }));
    }

    private static List<Parameter> parameters(Parameter node) {
        List<Parameter> all = new ArrayList<>(List.of(node));
        all.add(Parameter.required("fault", Parameter.Type.STRING, "what happens")
                .of(FaultKind.steps()));
        all.add(optional("point", Parameter.Type.STRING, "where; not needed for a fault that happens at one point only")
                .of(List.copyOf(POINTS.keySet())));
        all.addAll(Matchers.PARAMETERS);
        all.add(optional("nth", Parameter.Type.INTEGER, "only the one with this number of those that match, from 1"));
        all.add(optional("everyNth", Parameter.Type.INTEGER, "only each so-many-th"));
        all.add(optional("times", Parameter.Type.INTEGER, "no more than so many"));
        all.add(optional("probability", Parameter.Type.NUMBER, "by chance, so likely, from 0 to 1"));
        all.add(optional("seed", Parameter.Type.INTEGER, "where chance begins; the same one picks the same"));
        all.add(optional("seconds", Parameter.Type.NUMBER, "of delay: how long; of drip: between two bytes"));
        all.add(optional("onServerClock", Parameter.Type.BOOLEAN, "of delay and drip: whether by the fake's clock"));
        all.add(optional("line", Parameter.Type.STRING, "of reply and its like: what the client is told"));
        all.add(optional("bytes", Parameter.Type.INTEGER, "of truncateAfter: how many bytes come"));
        all.add(optional("then", Parameter.Type.STRING, "of truncateAfter: what follows")
                .of(FaultKind.aftermaths()));
        all.add(optional("garbage", Parameter.Type.STRING, "of garbage: the bytes, as text"));
        all.add(optional("garbageBase64", Parameter.Type.STRING, "of garbage: the bytes, in Base64"));
        return all;
    }

    private Result add(Arguments arguments) {
        Fault fault = FaultKind.of(arguments);
        FaultPoint point = point(arguments, fault);
        if (point == FaultPoint.CONNECT && Matchers.anyIn(arguments)) {
            throw new IllegalArgumentException("who connects has not asked anything yet: on connecting there is no "
                    + String.join(
                            ", ",
                            Matchers.PARAMETERS.stream().map(Parameter::name).toList()));
        }
        CommandMatcher matcher = Matchers.of(arguments);
        FaultRule rule = new FaultRule(matcher, occurrence(arguments), point, fault);
        List<Map<String, Object>> added = new ArrayList<>();
        nodes.some(arguments)
                .forEach((name, node) -> added.add(row(name, node.faults().install(rule))));
        return new Result.Rows("faults", added);
    }

    private static FaultPoint point(Arguments arguments, Fault fault) {
        if (arguments.has("point")) {
            String name = arguments.required("point");
            FaultPoint point = POINTS.get(name);
            if (point == null) {
                throw new IllegalArgumentException(
                        "no point is named \"" + name + "\"; there are " + String.join(", ", POINTS.keySet()));
            }
            return point;
        }
        if (fault.points().size() > 1) {
            throw new IllegalArgumentException("where? Give point, one of "
                    + String.join(
                            ", ",
                            POINTS.keySet().stream()
                                    .filter(name -> fault.points().contains(POINTS.get(name)))
                                    .toList()));
        }
        return fault.points().iterator().next();
    }

    private static Occurrence occurrence(Arguments arguments) {
        if (arguments.has("seed") && !arguments.has("probability")) {
            throw new IllegalArgumentException("seed goes with probability");
        }
        if (arguments.has("nth") && arguments.integer("nth", 0) < 1) {
            throw new IllegalArgumentException("the first is nth 1: there is no nth " + arguments.required("nth"));
        }
        return new Occurrence(
                arguments.integer("nth", 0),
                arguments.integer("everyNth", 1),
                arguments.integer("times", Long.MAX_VALUE),
                arguments.number("probability", 1),
                arguments.integer(
                        "seed",
                        arguments.has("probability")
                                ? ThreadLocalRandom.current().nextLong()
                                : 0));
    }

    private InstalledFault named(Arguments arguments) {
        long id = arguments.integer("id", 0);
        for (FakeMemcached node : nodes.all().values()) {
            for (InstalledFault fault : node.faults().list()) {
                if (numbers.of(fault) == id) {
                    return fault;
                }
            }
        }
        throw new NotFound("no fault in force has the id " + id + ": it is removed, or there never was one");
    }

    private static Result open(InstalledFault fault) {
        if (fault instanceof Gate gate) {
            gate.open();
            return new Result.Done();
        }
        throw new IllegalArgumentException("this fault is no gate, but: " + fault.rule());
    }

    private Result rows(Map<String, FakeMemcached> some) {
        List<Map<String, Object>> rows = new ArrayList<>();
        some.forEach((name, node) -> node.faults().list().forEach(fault -> rows.add(row(name, fault))));
        return new Result.Rows("faults", rows);
    }

    private Map<String, Object> row(String node, InstalledFault fault) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", numbers.of(fault));
        row.put("node", node);
        row.put("rule", fault.rule().toString());
        row.put("gate", fault instanceof Gate);
        row.put("hits", fault.hits());
        return row;
    }

    private static Map<String, FaultPoint> points() {
        Map<String, FaultPoint> points = new LinkedHashMap<>();
        points.put("onConnect", FaultPoint.CONNECT);
        points.put("beforeExecute", FaultPoint.BEFORE_EXECUTE);
        points.put("afterExecute", FaultPoint.AFTER_EXECUTE);
        points.put("duringReply", FaultPoint.DURING_REPLY);
        return points;
    }
}
