package io.github.fakecached.conformance.wire;

/** What is sent after a text request so that the end of its reply can be seen, when that is sent, and what it is answered. */
public enum Sentinel {
    /** In the same packet, as memcached can be asked: {@code version}, what is no command, and {@code version} again. */
    TOGETHER("version\r\ndone\r\nversion\r\n") {
        @Override
        public String replyTo(String version) {
            return version + "ERROR\r\n" + version;
        }
    },
    /**
     * On its own, and over again until it is answered: for servers that answer an unknown command in other words, or drop
     * what comes in one packet with a bad one. No rule may store its key: what is then answered to it would be no end.
     */
    APART("version\r\nget no-rule-has-this-key\r\n") {
        @Override
        public String replyTo(String version) {
            return version + "END\r\n";
        }
    };

    private final String request;

    Sentinel(String request) {
        this.request = request;
    }

    /** Its bytes. */
    public String request() {
        return request;
    }

    /** What it is answered by a server that answers {@code version} with this line, with its line end. */
    public abstract String replyTo(String version);
}
