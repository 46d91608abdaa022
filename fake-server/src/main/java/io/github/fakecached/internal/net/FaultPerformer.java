package io.github.fakecached.internal.net;

import io.github.fakecached.clock.ControllableClock;
import io.github.fakecached.fault.Fault;
import io.github.fakecached.internal.command.Command;
import io.github.fakecached.internal.fault.ActiveFault;
import io.github.fakecached.internal.reply.Reply;
import io.netty.channel.ChannelHandlerContext;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Does to the requests of one connection what faults want, and lets those go on that are let go. Whom a fault is meant for it
 * does not ask.
 */
final class FaultPerformer {

    private static final byte[] NOTHING = {};

    private final DialectConnection connection;
    private final ControllableClock clock;
    private final boolean overUdp;
    private @Nullable Wait wait;

    FaultPerformer(DialectConnection connection, ControllableClock clock, boolean overUdp) {
        this.connection = connection;
        this.clock = clock;
        this.overUdp = overUdp;
    }

    /** Whether the connection may not serve anything because a request of it waits. */
    boolean areWaitedFor() {
        return wait != null;
    }

    /** Forgets the request that waits. */
    void waitNoMore() {
        if (wait != null) {
            wait.cancel();
            wait = null;
        }
    }

    void beforeExecute(ActiveFault active, ChannelHandlerContext context, Command command) {
        Fault fault = active.fault();
        if (fault instanceof Fault.Reply told) {
            tell(told.line(), context, command, DialectConnection.UNEXECUTED);
        } else if (fault instanceof Fault.EarlyReply early) {
            tell(early.line(), context, command, DialectConnection.UNEXECUTED);
            connection.send(context, NOTHING, 0, 0);
            if (early.thenClose()) {
                connection.hangUp(context);
            }
        } else if (fault instanceof Fault.DropRequest) {
            connection.closeExchange(NOTHING, 0);
            connection.conclude(context, command, DialectConnection.UNEXECUTED);
        } else {
            interrupt(active, context, NOTHING, () -> connection.executeAndAnswer(context, command));
        }
    }

    void afterExecute(ActiveFault active, ChannelHandlerContext context, Command command, Reply outcome) {
        Fault fault = active.fault();
        if (fault instanceof Fault.Reply told) {
            tell(told.line(), context, command, outcome);
        } else if (fault instanceof Fault.DropReply) {
            connection.closeExchange(NOTHING, 0);
            connection.conclude(context, command, outcome);
        } else {
            interrupt(active, context, NOTHING, () -> connection.answer(context, command, outcome, outcome));
        }
    }

    private void tell(String line, ChannelHandlerContext context, Command command, Reply outcome) {
        connection.answer(context, command, outcome, new Reply.Told(line));
    }

    /**
     * What happens to a reply.
     *
     * @param reply the whole of it, of which nothing is sent yet
     * @param conclude what follows once it is sent
     */
    void duringReply(ActiveFault active, ChannelHandlerContext context, byte[] reply, Runnable conclude) {
        Fault fault = active.fault();
        if (fault instanceof Fault.Garbage garbage) {
            byte[] bytes = garbage.bytes();
            connection.send(context, bytes, 0, bytes.length);
            end(bytes, conclude);
        } else if (fault instanceof Fault.Truncate truncate && truncate.then() == Fault.Aftermath.NOTHING) {
            byte[] beginning = Arrays.copyOf(reply, Math.min(truncate.bytes(), reply.length));
            connection.send(context, beginning, 0, beginning.length);
            end(beginning, conclude);
        } else if (active.isOver()) {
            connection.send(context, reply, 0, reply.length);
            end(reply, conclude);
        } else if (overUdp) {
            lose();
        } else if (fault instanceof Fault.Drip drip) {
            drip(active, drip, context, reply, 0, conclude);
        } else {
            int sent = fault instanceof Fault.Truncate truncate ? Math.min(truncate.bytes(), reply.length) : 1;
            connection.send(context, reply, 0, sent);
            interrupt(active, context, Arrays.copyOf(reply, sent), () -> {
                connection.send(context, reply, sent, reply.length - sent);
                end(reply, conclude);
            });
        }
    }

    private void drip(
            ActiveFault active,
            Fault.Drip drip,
            ChannelHandlerContext context,
            byte[] reply,
            int at,
            Runnable conclude) {
        boolean rest = active.isOver() || at == reply.length - 1;
        connection.send(context, reply, at, rest ? reply.length - at : 1);
        if (rest) {
            end(reply, conclude);
        } else {
            Wait next = await(active, context, () -> drip(active, drip, context, reply, at + 1, conclude));
            next.begin(drip.interval(), drip.onServerClock());
        }
    }

    private void end(byte[] sent, Runnable conclude) {
        connection.closeExchange(sent, sent.length);
        conclude.run();
    }

    /**
     * What can happen at every point.
     *
     * @param sent what is sent of the reply so far
     * @param goesOn the rest of the way, for those that come so far
     */
    private void interrupt(ActiveFault active, ChannelHandlerContext context, byte[] sent, Runnable goesOn) {
        Fault fault = active.fault() instanceof Fault.Truncate truncate ? after(truncate) : active.fault();
        if (active.isOver()) {
            goesOn.run();
        } else if (overUdp) {
            lose();
        } else if (fault instanceof Fault.Close) {
            connection.closeExchange(sent, sent.length);
            connection.hangUp(context);
        } else if (fault instanceof Fault.Reset) {
            connection.closeExchange(sent, sent.length);
            connection.cutOff(context);
        } else if (fault instanceof Fault.Delay delay) {
            await(active, context, goesOn).begin(delay.duration(), delay.onServerClock());
        } else {
            await(active, context, goesOn).begin();
        }
    }

    private static Fault after(Fault.Truncate truncate) {
        return switch (truncate.then()) {
            case CLOSE -> new Fault.Close();
            case RESET -> new Fault.Reset();
            case STALL, NOTHING -> new Fault.Stall();
        };
    }

    /** A datagram is answered at once or never. */
    private void lose() {
        connection.closeExchange(NOTHING, 0);
        connection.serveNoMore();
    }

    private Wait await(ActiveFault active, ChannelHandlerContext context, Runnable goesOn) {
        context.channel().config().setAutoRead(false);
        Wait begun = new Wait(context.channel().eventLoop(), clock, active, () -> {
            wait = null;
            try {
                goesOn.run();
                connection.goOn(context);
            } catch (Exception e) {
                context.fireExceptionCaught(e);
            }
        });
        wait = begun;
        return begun;
    }
}
