package io.github.fakecached.conformance.client;

import net.rubyeye.xmemcached.CommandFactory;
import net.rubyeye.xmemcached.command.TextCommandFactory;

/** xmemcached's operations with {@code noreply}. */
class XmemcachedNoReplyTextTest extends XmemcachedNoReplyOperations {

    @Override
    CommandFactory commands() {
        return new TextCommandFactory();
    }
}
