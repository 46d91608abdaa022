package io.github.fakecached.internal.engine;

import io.github.fakecached.internal.command.CommandError;
import io.github.fakecached.internal.command.DebugCommand;
import io.github.fakecached.internal.reply.Outcome;
import io.github.fakecached.internal.reply.Reply;
import io.github.fakecached.internal.store.Item;
import io.github.fakecached.internal.store.Store;
import org.jspecify.annotations.Nullable;

/** Carries out {@code debugtime} and {@code debugitem}. */
final class DebugHandler {

    private final Store store;
    private final Timekeeper timekeeper;

    DebugHandler(Store store, Timekeeper timekeeper) {
        this.store = store;
        this.timekeeper = timekeeper;
    }

    Reply execute(DebugCommand command, Session session, long now) {
        if (command instanceof DebugCommand.PauseClock pauseClock) {
            timekeeper.pause(pauseClock.pause());
        } else if (command instanceof DebugCommand.MoveClock moveClock) {
            return okIf(timekeeper.move(moveClock.seconds()));
        } else if (command instanceof DebugCommand.HoldItem hold) {
            return hold(find(hold.key(), now), session);
        } else if (command instanceof DebugCommand.ReleaseItem release) {
            Item item = find(release.key(), now);
            return item == null ? Outcome.MISS.reply() : okIf(store.release(item));
        } else if (command instanceof DebugCommand.ReleaseHeldItem) {
            Item held = session.heldItem();
            session.heldItem(null);
            return okIf(held != null && store.release(held));
        }
        return Outcome.OK.reply();
    }

    private Reply hold(@Nullable Item item, Session session) {
        if (item == null) {
            return Outcome.MISS.reply();
        }
        store.hold(item);
        session.heldItem(item);
        return Outcome.OK.reply();
    }

    private @Nullable Item find(byte[] key, long now) {
        return store.find(key, key.length, now);
    }

    private static Reply okIf(boolean done) {
        return done ? Outcome.OK.reply() : new Reply.Failure(CommandError.UNKNOWN);
    }
}
