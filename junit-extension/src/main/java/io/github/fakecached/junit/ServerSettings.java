package io.github.fakecached.junit;

import io.github.fakecached.FakeMemcachedBuilder;
import io.github.fakecached.MemcachedVersion;
import java.util.function.Consumer;

/** The settings of a fake that an annotation can express; equal ones let test classes share a fake. */
record ServerSettings(MemcachedVersion version, int maxItemSize, long memoryLimit, boolean evictions)
        implements Consumer<FakeMemcachedBuilder> {

    static ServerSettings of(MemcachedTest annotation) {
        return new ServerSettings(
                annotation.version(), annotation.maxItemSize(), annotation.memoryLimit(), annotation.evictions());
    }

    @Override
    public void accept(FakeMemcachedBuilder builder) {
        builder.version(version).evictions(evictions);
        if (maxItemSize != 0) {
            builder.maxItemSize(maxItemSize);
        }
        if (memoryLimit != 0) {
            builder.memoryLimit(memoryLimit);
        }
    }
}
