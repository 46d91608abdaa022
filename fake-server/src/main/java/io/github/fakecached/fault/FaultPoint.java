package io.github.fakecached.fault;

/**
 * Where on the way of a connection or a request a fault acts.
 *
 * <pre>{@code
 * @ParameterizedTest
 * @EnumSource(FaultPoint.class)
 * void survivesAClosedConnection(FaultPoint point) {
 *     memcached.faults().install(new FaultRule(anyCommand(), Occurrence.ALWAYS, point, new Fault.Close()));
 *     ...
 * }
 * }</pre>
 */
public enum FaultPoint {
    /** A client has connected, and nothing that it sends has been read. */
    CONNECT("on connecting"),
    /** A request has come with all its data, and has not been carried out. */
    BEFORE_EXECUTE("before it is executed"),
    /** A request has been carried out, and its reply has not been written. */
    AFTER_EXECUTE("after it is executed"),
    /** The first byte of a reply is sent. Requests without a reply, because of {@code noreply} for one, do not come here. */
    DURING_REPLY("during its reply");

    private final String words;

    FaultPoint(String words) {
        this.words = words;
    }

    /** The point in words, to stand behind the request. */
    String words() {
        return words;
    }
}
