package io.github.fakecached.example.recipe;

import io.github.fakecached.FakeMemcached;
import io.github.fakecached.FakeMemcachedBuilder;
import java.util.function.UnaryOperator;
import org.junit.rules.ExternalResource;

/** A fake memcached for tests with JUnit 4, to be copied: one for each test as a @Rule, one for the class as a @ClassRule. */
public final class MemcachedRule extends ExternalResource {

    private final UnaryOperator<FakeMemcachedBuilder> settings;
    private FakeMemcached memcached;

    public MemcachedRule() {
        this(UnaryOperator.identity());
    }

    public MemcachedRule(UnaryOperator<FakeMemcachedBuilder> settings) {
        this.settings = settings;
    }

    /** The fake, while tests run. */
    public FakeMemcached memcached() {
        if (memcached == null) {
            throw new IllegalStateException(
                    "there is no fake yet: annotate the field of the rule with @Rule or @ClassRule");
        }
        return memcached;
    }

    @Override
    protected void before() {
        memcached = settings.apply(FakeMemcached.builder()).start();
    }

    @Override
    protected void after() {
        memcached.close();
        memcached = null;
    }
}
