package io.github.fakecached.internal.net;

import java.net.InetSocketAddress;
import java.util.List;

/** Warns of a node that other machines can reach, which is seldom meant. */
final class Exposure {

    private static final System.Logger LOGGER = System.getLogger(Exposure.class.getName());

    private Exposure() {}

    /** Warns of each address at which a node listens and that is not this machine's alone. */
    static void warn(List<InetSocketAddress> addresses) {
        for (InetSocketAddress address : addresses) {
            if (!address.getAddress().isLoopbackAddress()) {
                LOGGER.log(
                        System.Logger.Level.WARNING,
                        "the fake listens at {0}, where other machines can reach it: whoever does can read and change all"
                                + " that is in it. Name no host, or a loopback address, to keep it to this machine.",
                        address);
            }
        }
    }
}
