package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.rule.RuleResult;
import io.github.fakecached.conformance.run.PropertyEngine;
import io.github.fakecached.conformance.run.Seed;
import io.github.fakecached.conformance.target.Target;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;

/** Runs all properties against one target. */
public final class ConformanceRunner {

    /** Named one by one: scanning a class path takes longer than running them. */
    static final List<Class<?>> TEXT_PROPERTIES = List.of(
            StorageProperties.class,
            StoreLineProperties.class,
            LargeValueProperties.class,
            SeveralClientsProperties.class,
            AppendProperties.class,
            RetrievalProperties.class,
            CasProperties.class,
            CasLineProperties.class,
            TouchProperties.class,
            ArithmeticProperties.class,
            NumberLineProperties.class,
            DeleteProperties.class,
            NoreplyProperties.class,
            NoreplyLineProperties.class,
            PipeliningProperties.class,
            CutProperties.class,
            ErrorProperties.class,
            LineProperties.class,
            LineFormProperties.class,
            KeyProperties.class,
            ExpiryProperties.class,
            FlushProperties.class,
            OtherProperties.class,
            ModelProperties.class,
            ConcurrencyProperties.class);

    static final List<Class<?>> META_PROPERTIES = List.of(
            MetaGetProperties.class,
            MetaReturnProperties.class,
            MetaMadeItemProperties.class,
            MetaWinnerProperties.class,
            MetaStoreProperties.class,
            MetaStoreFlagProperties.class,
            MetaAppendProperties.class,
            MetaDeleteProperties.class,
            MetaStaleProperties.class,
            MetaArithmeticProperties.class,
            MetaCounterProperties.class,
            MetaNumberProperties.class,
            MetaFlagProperties.class,
            MetaArgumentProperties.class,
            MetaKeyProperties.class,
            MetaDebugProperties.class,
            MetaBatchProperties.class,
            MetaStatisticsProperties.class,
            MetaOldProperties.class,
            MetaConcurrencyProperties.class,
            MetaModelProperties.class,
            MetaUniquesOptionProperties.class,
            MetaFullMemoryProperties.class);

    static final List<Class<?>> BINARY_PROPERTIES = List.of(
            BinaryHeadProperties.class,
            BinaryFrameProperties.class,
            BinaryBatchProperties.class,
            BinaryItemProperties.class,
            BinaryFetchProperties.class,
            BinaryStoreProperties.class,
            BinaryNumberProperties.class,
            BinaryCounterProperties.class,
            BinaryExpiryProperties.class,
            BinaryFlushProperties.class,
            BinaryStatProperties.class,
            BinaryCountingProperties.class,
            BinaryOtherProperties.class,
            BinaryConcurrencyProperties.class,
            BinaryModelProperties.class,
            BinaryUniquesOptionProperties.class,
            BinaryFlushOptionProperties.class,
            BinaryFullMemoryProperties.class,
            SaslProperties.class);

    static final List<Class<?>> ADMINISTRATION_PROPERTIES = List.of(
            StatisticsProperties.class,
            StatisticsKindProperties.class,
            CounterProperties.class,
            GaugeProperties.class,
            MemoryProperties.class,
            AdministrationProperties.class,
            WatchProperties.class,
            CasOptionProperties.class,
            MemoryOptionProperties.class,
            FullMemoryProperties.class,
            FlushOptionProperties.class,
            LargeItemProperties.class,
            SmallItemProperties.class,
            DumpOptionProperties.class,
            WatchOptionProperties.class,
            ShutdownProperties.class,
            StatisticsOptionProperties.class,
            DelimiterProperties.class,
            IdleProperties.class,
            ConnectionLimitProperties.class,
            TextOnlyProperties.class,
            TextUserProperties.class,
            TlsProperties.class,
            UdpProperties.class,
            MaintainerProperties.class,
            CrawlerProperties.class,
            KeyDumpProperties.class);

    private static final int TRIES = 60;

    private static final Duration UNHURRIED = Duration.ofHours(1);

    private ConformanceRunner() {}

    /** The results of all properties of one book, drawn from the seed that is configured, in no particular order. */
    public static List<RuleResult> run(Target target, Book book) {
        return run(target, Selection.of(book), Seed.configured(), UNHURRIED, result -> {});
    }

    /**
     * The results of the properties of some rules, in no particular order.
     *
     * @param target what is judged; it is flushed over and over
     * @param selection which rules
     * @param seed what cases are drawn from
     * @param limit after this time, what was not tried yet is skipped
     * @param listener is told each result as soon as it is there, in the calling thread
     */
    public static List<RuleResult> run(
            Target target, Selection selection, Seed seed, Duration limit, Consumer<RuleResult> listener) {
        var properties = selection.properties().stream()
                .map(method -> DiscoverySelectors.selectMethod(method.getDeclaringClass(), method))
                .toList();
        return run(target, properties, seed, new Patience(limit), listener);
    }

    static List<RuleResult> run(Target target, List<Class<?>> properties) {
        return run(target, properties, new Patience(UNHURRIED));
    }

    static List<RuleResult> run(Target target, List<Class<?>> properties, Patience patience) {
        var selectors = properties.stream().map(DiscoverySelectors::selectClass).toList();
        return run(target, selectors, Seed.configured(), patience, result -> {});
    }

    private static List<RuleResult> run(
            Target target,
            List<? extends DiscoverySelector> properties,
            Seed seed,
            Patience patience,
            Consumer<RuleResult> listener) {
        try (var run = CurrentRun.begin(target, seed, patience, listener)) {
            PropertyEngine.run(properties, TRIES);
            return List.copyOf(run.results());
        }
    }
}
