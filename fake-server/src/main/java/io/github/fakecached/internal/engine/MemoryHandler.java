package io.github.fakecached.internal.engine;

import io.github.fakecached.internal.command.CommandError;
import io.github.fakecached.internal.command.ItemSelection;
import io.github.fakecached.internal.command.MemoryCommand;
import io.github.fakecached.internal.reply.Outcome;
import io.github.fakecached.internal.reply.Refusal;
import io.github.fakecached.internal.reply.Reply;
import io.github.fakecached.internal.store.CrawlerSettings;
import io.github.fakecached.internal.store.Store;

/** Carries out {@code cache_memlimit}, {@code lru}, {@code lru_crawler}, {@code slabs} and {@code extstore}. */
final class MemoryHandler {

    private static final long MIB = 1024 * 1024;

    private final ServerSettings settings;
    private final Store store;
    private final Tuning tuning;
    private final DumpHandler dumps;

    MemoryHandler(ServerSettings settings, Store store, Tuning tuning, DumpHandler dumps) {
        this.settings = settings;
        this.store = store;
        this.tuning = tuning;
        this.dumps = dumps;
    }

    Reply execute(MemoryCommand command, long now) {
        if (command instanceof MemoryCommand.Limit limit) {
            store.limitMemory(limit.megabytes() * MIB);
        } else if (command instanceof MemoryCommand.Change change) {
            tuning.change(change.setting(), change.value());
        } else if (command instanceof MemoryCommand.TuneLru tune) {
            store.lru(store.lru()
                    .tuned(tune.hotPercent(), tune.warmPercent(), tune.hotMaxFactor(), tune.warmMaxFactor()));
        } else if (command instanceof MemoryCommand.SegmentLru segment) {
            return maintainLru(segment);
        } else if (command instanceof MemoryCommand.TemporaryTtl temporary) {
            return maintainLru(temporary);
        } else if (command instanceof MemoryCommand.SwitchCrawler crawler) {
            return switchCrawler(crawler.on());
        } else if (command instanceof MemoryCommand.LimitCrawls limit) {
            store.lru(store.lru().crawler(store.lru().crawler().most(limit.most())));
        } else if (command instanceof MemoryCommand.Crawl crawl) {
            return crawl(crawl, now);
        } else if (command instanceof MemoryCommand.Dump dump) {
            return dumps.dump(dump, now);
        } else if (command instanceof MemoryCommand.Reassign reassign) {
            return reassign(reassign, now);
        }
        return Outcome.OK.reply();
    }

    /** Commands that memcached does not know unless it has an LRU maintainer. */
    private Reply maintainLru(MemoryCommand command) {
        if (!store.lru().maintained()) {
            return new Reply.Failure(CommandError.UNKNOWN);
        }
        if (command instanceof MemoryCommand.SegmentLru segment) {
            store.lru(store.lru().segmented(segment.segmented()));
        } else if (command instanceof MemoryCommand.TemporaryTtl temporary) {
            store.lru(store.lru().temporary(temporary.seconds()));
        }
        return Outcome.OK.reply();
    }

    private Reply switchCrawler(boolean on) {
        CrawlerSettings crawler = store.lru().crawler();
        if (on && crawler.enabled()) {
            return Refusal.CRAWLER_RUNS_ALREADY.reply();
        }
        store.lru(store.lru().crawler(crawler.enabled(on)));
        return Outcome.OK.reply();
    }

    private Reply crawl(MemoryCommand.Crawl command, long now) {
        if (!store.lru().crawler().enabled()) {
            return Refusal.CRAWLER_DISABLED.reply();
        }
        ItemSelection items = command.items();
        if (items == null) {
            return Refusal.NO_SUCH_CLASS.reply();
        }
        if (items.byHash()) {
            return Refusal.CRAWLER_FAILED.reply();
        }
        if (items.isEmpty()) {
            return Refusal.NOTHING_TO_CRAWL.reply();
        }
        store.crawl(items::includes, now);
        return Outcome.OK.reply();
    }

    private Reply reassign(MemoryCommand.Reassign command, long now) {
        if (!settings.permissions().reassign()) {
            return Refusal.REASSIGNMENT_DISABLED.reply();
        }
        if (command.source().isEmpty() || command.destination().isEmpty()) {
            return new Reply.Failure(CommandError.BAD_FORMAT);
        }
        int source = (int) command.source().getAsLong();
        int destination = (int) command.destination().getAsLong();
        return switch (store.reassign(source, destination, now)) {
            case DONE -> Outcome.OK.reply();
            case SAME_CLASS -> Refusal.SAME_CLASS.reply();
            case NO_SUCH_CLASS -> Refusal.NO_SUCH_CLASSES.reply();
            case NO_SPARE_PAGE -> Refusal.NO_SPARE_PAGE.reply();
        };
    }
}
