package io.github.fakecached.conformance.client;

import net.rubyeye.xmemcached.CommandFactory;
import net.rubyeye.xmemcached.command.BinaryCommandFactory;

/** xmemcached's operations with the quiet opcodes. */
class XmemcachedNoReplyBinaryTest extends XmemcachedNoReplyOperations {

    @Override
    CommandFactory commands() {
        return new BinaryCommandFactory();
    }
}
