package io.github.fakecached.conformance.client;

import static org.assertj.core.api.Assertions.assertThat;

import net.rubyeye.xmemcached.CommandFactory;
import net.rubyeye.xmemcached.command.TextCommandFactory;
import org.junit.jupiter.api.Test;

/** xmemcached with its text commands, and the operation that it has with these only. */
class XmemcachedTextTest extends XmemcachedOperations {

    @Override
    CommandFactory commands() {
        return new TextCommandFactory();
    }

    @Test
    void theVerbosityIsSet() throws Exception {
        client.setLoggingLevelVerbosity(target.address(), 1);
        assertThat(client.getStatsByItem("settings").get(target.address())).containsEntry("verbosity", "1");
    }
}
