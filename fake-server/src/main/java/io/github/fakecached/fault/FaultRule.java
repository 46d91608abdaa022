package io.github.fakecached.fault;

/**
 * What goes wrong, where and when: what the steps that begin with {@link Faults#on} come to. Immutable, so one rule can be
 * {@linkplain Faults#install installed} in several fakes.
 *
 * <pre>{@code
 * var rule = new FaultRule(command("get"), Occurrence.ALWAYS, FaultPoint.BEFORE_EXECUTE, new Fault.Reset());
 * cluster.nodes().values().forEach(node -> node.faults().install(rule));
 * }</pre>
 *
 * @param matcher which requests; for {@link FaultPoint#CONNECT} this has no meaning
 * @param occurrence which of those that match
 * @param point where on their way
 * @param fault what happens there
 */
public record FaultRule(CommandMatcher matcher, Occurrence occurrence, FaultPoint point, Fault fault) {

    /**
     * A rule.
     *
     * @param matcher which requests
     * @param occurrence which of those that match
     * @param point where on their way
     * @param fault what happens there
     * @throws IllegalArgumentException if the fault means nothing at the point, or connections are to be refused by number: who
     *     is refused is not seen, and so cannot be counted
     */
    public FaultRule {
        if (!fault.points().contains(point)) {
            throw new IllegalArgumentException(
                    fault + " means nothing at " + point + ", but at " + fault.points() + " only");
        }
        if (fault instanceof Fault.Refuse && !occurrence.equals(Occurrence.ALWAYS)) {
            throw new IllegalArgumentException(
                    "connections that are refused cannot be counted: call onConnect().refuse() alone");
        }
    }

    /**
     * The rule in words.
     *
     * @return which requests, where and what
     */
    @Override
    public String toString() {
        String what = point == FaultPoint.CONNECT ? "a connection" : matcher.toString();
        return what + occurrence + ", " + point.words() + ": " + fault;
    }
}
