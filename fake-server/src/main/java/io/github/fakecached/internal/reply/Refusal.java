package io.github.fakecached.internal.reply;

/** Why a command that only text knows was not obeyed, in memcached's words. */
public enum Refusal {
    CRAWLER_DISABLED("CLIENT_ERROR lru crawler disabled"),
    CRAWLER_RUNS_ALREADY("ERROR failed to start lru crawler thread"),
    CRAWLER_FAILED("ERROR an unknown error happened"),
    NOTHING_TO_CRAWL("NOTSTARTED no items to crawl"),
    NO_SUCH_CLASS("BADCLASS invalid class id"),
    REASSIGNMENT_DISABLED("CLIENT_ERROR slab reassignment disabled"),
    NO_SUCH_CLASSES("BADCLASS invalid src or dst class id"),
    NO_SPARE_PAGE("NOSPARE source class has no spare pages"),
    SAME_CLASS("SAME src and dst class are identical"),
    CACHEDUMP_NOT_ALLOWED("CLIENT_ERROR stats cachedump not allowed"),
    DETAIL_NOT_ALLOWED("CLIENT_ERROR stats detail not allowed"),
    METADUMP_NOT_ALLOWED("ERROR metadump not allowed"),
    MGDUMP_NOT_ALLOWED("ERROR key dump not allowed"),
    METADUMP_PIPELINED("ERROR cannot pipeline other commands before metadump"),
    MGDUMP_PIPELINED("ERROR cannot pipeline other commands before mgdump"),
    WATCH_NOT_ALLOWED("CLIENT_ERROR watch commands not allowed"),
    WATCH_PIPELINED("ERROR cannot pipeline other commands before watch"),
    TOO_MANY_WATCHERS("WATCHER_TOO_MANY log watcher limit reached"),
    BAD_SHUTDOWN_MODE("CLIENT_ERROR invalid shutdown mode");

    private final String text;

    @SuppressWarnings("ImmutableEnumChecker") // a Reply.Refused, which is immutable
    private final Reply reply = new Reply.Refused(this);

    Refusal(String text) {
        this.text = text;
    }

    /** The line that tells it. */
    String text() {
        return text;
    }

    /** The reply that tells of it. */
    public Reply reply() {
        return reply;
    }
}
