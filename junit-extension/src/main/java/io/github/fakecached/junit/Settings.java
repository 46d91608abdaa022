package io.github.fakecached.junit;

import java.util.List;

/** What a test class asks for, by annotation or by builder. */
record Settings(
        Server server,
        Lifecycle lifecycle,
        ClusterSettings cluster,
        List<ClientFactory<?>> clientFactories,
        List<PublishedProperty> publish) {

    @MemcachedTest
    private static final class Defaults {}

    static Settings of(MemcachedTest annotation) {
        return new Settings(
                annotation.server(),
                annotation.lifecycle(),
                ClusterSettings.of(annotation),
                List.of(),
                PublishedProperty.of(annotation.publish()));
    }

    /** The annotation's default values, so that they are written in one place. */
    static Settings defaults() {
        return of(Defaults.class.getAnnotation(MemcachedTest.class));
    }
}
