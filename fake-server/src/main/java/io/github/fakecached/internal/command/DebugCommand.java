package io.github.fakecached.internal.command;

/** What memcached has for its own tests, in debug builds only. */
public sealed interface DebugCommand extends Command {

    /** Move the clock by some seconds. */
    record MoveClock(long seconds, boolean noreply) implements DebugCommand {}

    /** Pause the clock, or let it run. */
    record PauseClock(boolean pause, boolean noreply) implements DebugCommand {}

    /** Hold an item, as a reply does that is not sent yet. */
    record HoldItem(byte[] key, boolean noreply) implements DebugCommand {}

    /** Let go of what somebody holds of an item. */
    record ReleaseItem(byte[] key, boolean noreply) implements DebugCommand {}

    /** Let go of the item that this connection held last, whether its key still leads to it or not. */
    record ReleaseHeldItem(boolean noreply) implements DebugCommand {}

    /** Make whoever comes across a key wait, or end that. */
    record LockItem(boolean noreply) implements DebugCommand {}
}
