package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.rule.RuleResult;
import io.github.fakecached.conformance.run.PropertyEngine;
import io.github.fakecached.conformance.run.Seed;
import io.github.fakecached.conformance.target.Target;
import java.util.List;

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
            ModelProperties.class);

    static final List<Class<?>> META_PROPERTIES = List.of(
            MetaGetProperties.class,
            MetaReturnProperties.class,
            MetaWinnerProperties.class,
            MetaStoreProperties.class,
            MetaStoreFlagProperties.class,
            MetaAppendProperties.class,
            MetaDeleteProperties.class,
            MetaStaleProperties.class,
            MetaArithmeticProperties.class,
            MetaCounterProperties.class,
            MetaFlagProperties.class,
            MetaKeyProperties.class,
            MetaDebugProperties.class,
            MetaBatchProperties.class,
            MetaStatisticsProperties.class,
            MetaOldProperties.class);

    static final List<Class<?>> BINARY_PROPERTIES = List.of(
            BinaryHeadProperties.class,
            BinaryItemProperties.class,
            BinaryNumberProperties.class,
            BinaryOtherProperties.class);

    static final List<Class<?>> ADMINISTRATION_PROPERTIES =
            List.of(StatisticsProperties.class, AdministrationProperties.class);

    private static final int TRIES = 60;

    private ConformanceRunner() {}

    /** The results of all properties of the text protocol, in no particular order. */
    public static List<RuleResult> text(Target target) {
        return run(target, TEXT_PROPERTIES);
    }

    /** The results of all properties of the meta commands, in no particular order. */
    public static List<RuleResult> meta(Target target) {
        return run(target, META_PROPERTIES);
    }

    /** The results of all properties of the binary protocol, in no particular order. */
    public static List<RuleResult> binary(Target target) {
        return run(target, BINARY_PROPERTIES);
    }

    /** The results of all properties of administration, in no particular order. */
    public static List<RuleResult> administration(Target target) {
        return run(target, ADMINISTRATION_PROPERTIES);
    }

    static List<RuleResult> run(Target target, List<Class<?>> properties) {
        try (var run = CurrentRun.begin(target, Seed.configured())) {
            PropertyEngine.run(properties, TRIES);
            return List.copyOf(run.results());
        }
    }
}
