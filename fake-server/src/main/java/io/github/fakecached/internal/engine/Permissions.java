package io.github.fakecached.internal.engine;

import org.jspecify.annotations.Nullable;

/**
 * Which of the commands it could obey a server does obey, and which one besides.
 *
 * @param flush whether flush_all is allowed
 * @param shutdown whether shutdown is allowed
 * @param dump whether keys may be listed
 * @param watch whether the log may be watched
 * @param reassign whether slab pages may be moved
 * @param custom one that memcached does not have; null if there is none
 */
public record Permissions(
        boolean flush,
        boolean shutdown,
        boolean dump,
        boolean watch,
        boolean reassign,
        @Nullable CustomCommand custom) {}
