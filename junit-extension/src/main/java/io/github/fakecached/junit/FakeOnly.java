package io.github.fakecached.junit;

import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** Tells why a test that wants what only the fake has fails on a real server, and what to do. */
final class FakeOnly {

    /** Nothing of a fake's insides can be had of a real server. */
    static final String NO_INSIDES = "real memcached has no contents to look at, no journal and no faults."
            + " A client, an InetSocketAddress or a ControllableClock can be had of both";

    private FakeOnly() {}

    /**
     * A failure, and no abort: a run that tested nothing would look like one that went well.
     *
     * @param reason what was wanted, and why a real server has not got it, without a full stop
     */
    static ExtensionConfigurationException because(String reason) {
        return new ExtensionConfigurationException("on the fake only: " + reason
                + ". Run this on the fake, with server = Server.FAKE and without the parameter " + RealSettings.SERVER
                + ", or leave it out of runs on real memcached, by a tag such as @Tag(\"fake\") that these exclude.");
    }
}
