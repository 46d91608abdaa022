package io.github.fakecached.internal.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fakecached.clock.ControllableClock;
import io.github.fakecached.internal.exchange.Recording;
import io.github.fakecached.internal.fault.FaultPlan;
import io.netty.channel.embedded.EmbeddedChannel;
import java.net.SocketException;
import org.junit.jupiter.api.Test;

class ConnectFaultTest {

    @Test
    void aClientThatResetsItsConnectionWhileThatIsHeldEndsItAndNothingIsThrown() {
        FaultPlan faults = new FaultPlan(() -> {});
        faults.onConnect().stall();
        Exchanges exchanges = new Exchanges(new Recording("node"), faults, ControllableClock.running());
        EmbeddedChannel channel = new EmbeddedChannel(new ConnectFault(exchanges, () -> {}));

        channel.pipeline().fireExceptionCaught(new SocketException("Connection reset"));

        channel.checkException();
        assertThat(channel.isOpen()).isFalse();
    }
}
