package io.github.fakecached.internal.engine;

import io.github.fakecached.internal.store.Arithmetic;
import io.github.fakecached.internal.store.Counters;
import io.github.fakecached.internal.store.ItemWriter;
import io.github.fakecached.internal.store.Store;
import io.github.fakecached.internal.store.StoreRules;

/** The handlers of commands about items, one for each family. Only puts them together. */
record ItemHandlers(
        StorageHandler storage,
        RetrievalHandler retrieval,
        KeyHandler keys,
        MetaGetHandler metaGet,
        MetaStoreHandler metaStore,
        MetaDeleteHandler metaDelete,
        MetaArithmeticHandler metaArithmetic) {

    static ItemHandlers of(
            ServerSettings settings,
            Store store,
            Counters counters,
            PrefixStatistics prefixes,
            ItemLog log,
            Timekeeper timekeeper) {
        StoreRules rules = settings.memory();
        ItemWriter writer = new ItemWriter(store, rules, counters);
        HitCounting hits = new HitCounting(rules, counters);
        Arithmetic arithmetic = new Arithmetic(store, rules, counters);
        InitialNumber initialNumber = new InitialNumber(store, rules, log);
        return new ItemHandlers(
                new StorageHandler(store, writer, rules, counters, prefixes, log, timekeeper),
                new RetrievalHandler(store, hits, prefixes, timekeeper, new ClusterHandler(settings.cluster())),
                new KeyHandler(store, rules, arithmetic, initialNumber, hits, counters, prefixes, log, timekeeper),
                new MetaGetHandler(settings.traits(), store, rules, hits, timekeeper),
                new MetaStoreHandler(settings.traits(), writer, timekeeper),
                new MetaDeleteHandler(store, rules, counters, log, timekeeper),
                new MetaArithmeticHandler(settings.traits(), store, arithmetic, initialNumber, counters, timekeeper));
    }
}
