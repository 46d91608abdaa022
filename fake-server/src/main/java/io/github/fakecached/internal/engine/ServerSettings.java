package io.github.fakecached.internal.engine;

import io.github.fakecached.internal.store.StoreRules;
import io.github.fakecached.internal.version.VersionTraits;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a server was started with.
 *
 * @param traits the version it speaks
 * @param listening where and how clients reach it
 * @param memory what it has room for, and how it keeps that
 * @param permissions which commands it obeys
 * @param authentication who has to sign in before
 * @param statistics what its statistics tell besides
 * @param cluster gives the nodes of a cluster that it announces; null if it announces none
 */
public record ServerSettings(
        VersionTraits traits,
        ListeningSettings listening,
        StoreRules memory,
        Permissions permissions,
        Authentication authentication,
        StatisticsSettings statistics,
        @Nullable Supplier<String> cluster) {}
