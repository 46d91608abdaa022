package io.github.fakecached.example.integration;

import io.github.fakecached.FakeMemcached;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * A fake for tests with Quarkus, named by them with {@code @QuarkusTestResource(QuarkusMemcached.class)}; a test that has a field
 * of the type FakeMemcached finds it there. Compiled, but not run here: that takes Quarkus's own build.
 */
public class QuarkusMemcached implements QuarkusTestResourceLifecycleManager {

    private FakeMemcached memcached;

    @Override
    public Map<String, String> start() {
        memcached = FakeMemcached.start();
        return Map.of("cache.servers", "127.0.0.1:" + memcached.port());
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(memcached, new TestInjector.MatchesType(FakeMemcached.class));
    }

    @Override
    public void stop() {
        memcached.close();
    }
}
