package io.github.fakecached.junit;

import io.github.fakecached.FakeMemcachedBuilder;
import java.util.List;
import java.util.function.Consumer;

/** What a test class asks for, by annotation or by builder. */
record Settings(Lifecycle lifecycle, Consumer<FakeMemcachedBuilder> server, List<ClientFactory<?>> clientFactories) {

    @MemcachedTest
    private static final class Defaults {}

    static Settings of(MemcachedTest annotation) {
        return new Settings(annotation.lifecycle(), ServerSettings.of(annotation), List.of());
    }

    /** The annotation's default values, so that they are written in one place. */
    static Settings defaults() {
        return of(Defaults.class.getAnnotation(MemcachedTest.class));
    }
}
