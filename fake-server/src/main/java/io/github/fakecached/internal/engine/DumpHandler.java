package io.github.fakecached.internal.engine;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.fakecached.internal.command.ItemSelection;
import io.github.fakecached.internal.command.MemoryCommand;
import io.github.fakecached.internal.reply.Refusal;
import io.github.fakecached.internal.reply.Reply;
import io.github.fakecached.internal.store.Item;
import io.github.fakecached.internal.store.Store;
import io.github.fakecached.internal.store.StoreRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** Carries out {@code lru_crawler metadump} and {@code mgdump}: a line for each item that is neither expired nor flushed. */
final class DumpHandler {

    private final ServerSettings settings;
    private final Store store;
    private final StoreRules rules;
    private final Timekeeper timekeeper;

    DumpHandler(ServerSettings settings, Store store, StoreRules rules, Timekeeper timekeeper) {
        this.settings = settings;
        this.store = store;
        this.rules = rules;
        this.timekeeper = timekeeper;
    }

    Reply dump(MemoryCommand.Dump command, long now) {
        if (!store.lru().crawler().enabled()) {
            return Refusal.CRAWLER_DISABLED.reply();
        }
        if (!settings.permissions().dump()) {
            return (command.asMetaGet() ? Refusal.MGDUMP_NOT_ALLOWED : Refusal.METADUMP_NOT_ALLOWED).reply();
        }
        if (command.behindUnsentReplies()) {
            return (command.asMetaGet() ? Refusal.MGDUMP_PIPELINED : Refusal.METADUMP_PIPELINED).reply();
        }
        ItemSelection selection = command.items();
        if (selection == null) {
            return Refusal.NO_SUCH_CLASS.reply();
        }
        if (selection.isEmpty()) {
            return Refusal.NOTHING_TO_CRAWL.reply();
        }
        List<Item> items = store.list(selection::includes, now);
        return command.asMetaGet() ? asMetaGet(items) : asMetadata(items);
    }

    private static Reply asMetaGet(List<Item> items) {
        List<String> lines = new ArrayList<>(items.size() + 1);
        lines.add("OK");
        for (Item item : items) {
            byte[] key = Arrays.copyOf(item.keyAndValue(), item.keyLength());
            lines.add("mg "
                    + (item.hasBinaryKey()
                            ? Base64.getEncoder().encodeToString(key) + " b"
                            : new String(key, ISO_8859_1)));
        }
        return new Reply.Lines(lines, "\r\n", "EN\r\n");
    }

    private Reply asMetadata(List<Item> items) {
        List<String> lines = new ArrayList<>(items.size() + 1);
        if (settings.traits().metadumpBeginsWithOk()) {
            // the one line that ends in CR LF
            lines.add("OK\r");
        }
        items.forEach(item -> lines.add(metadata(item)));
        return new Reply.Lines(lines, "\n", "END\r\n");
    }

    private String metadata(Item item) {
        String line = "key=" + UriEncoding.of(item.keyAndValue(), item.keyLength())
                + " exp=" + (item.exptime() == 0 ? -1 : timekeeper.time().toUnixTime(item.exptime()))
                + " la=" + timekeeper.time().toUnixTime(item.time())
                + " cas=" + Long.toUnsignedString(item.cas())
                + " fetch=" + (item.isFetched() ? "yes" : "no")
                + " cls=" + rules.slabClass(item)
                + " size=" + rules.sizeOf(item);
        return settings.traits().metadumpTellsFlags()
                ? line + " flags=" + Integer.toUnsignedString(item.flags()) + " "
                : line;
    }
}
