package io.github.fakecached;

import io.github.fakecached.internal.engine.ServerSettings;

/** What a builder has been told, for tests of what lies behind a fake. */
public final class BuilderSettings {

    private BuilderSettings() {}

    /** The settings with which the builder would start a fake. */
    public static ServerSettings of(FakeMemcachedBuilder builder) {
        return builder.serverSettings();
    }
}
