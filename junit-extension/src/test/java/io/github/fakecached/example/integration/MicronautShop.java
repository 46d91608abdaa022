package io.github.fakecached.example.integration;

import io.github.fakecached.FakeMemcached;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** A test with Micronaut, as far as it has to do with the fake. Compiled, but not run here: that takes Micronaut's own build. */
@MicronautTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MicronautShop implements TestPropertyProvider {

    private final FakeMemcached memcached = FakeMemcached.start();

    @Override
    public Map<String, String> getProperties() {
        return Map.of("cache.servers", "127.0.0.1:" + memcached.port());
    }

    @BeforeEach
    void reset() {
        memcached.reset();
    }

    @AfterAll
    void stop() {
        memcached.close();
    }
}
