package io.github.fakecached.conformance.run;

import static org.junit.platform.launcher.EngineFilter.includeEngines;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs classes of properties with jqwik, in the calling thread. Results are not given back here: a hook of the properties
 * collects them.
 */
public final class PropertyEngine {

    /** It tells of settings that are as they should be. Held, since loggers that nobody holds forget their level. */
    private static final Logger JQWIK_LOG = Logger.getLogger("net.jqwik");

    private PropertyEngine() {}

    /** Runs all properties that are selected, those that do not say otherwise with so many tries. */
    public static void run(List<? extends DiscoverySelector> properties, int tries) {
        JQWIK_LOG.setLevel(Level.SEVERE);
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(properties)
                .filters(includeEngines("jqwik"))
                .configurationParameter("jqwik.tries.default", String.valueOf(tries))
                .configurationParameter("jqwik.database", "")
                .configurationParameter("jqwik.failures.after.default", "RANDOM_SEED")
                .build();
        LauncherFactory.create().execute(request);
    }

    /** Keeps jqwik from printing reports of this property; its hook has the result. */
    public static void silence(PropertyLifecycleContext context) {
        context.wrapReporter(reporter -> new NoReporter());
    }
}
