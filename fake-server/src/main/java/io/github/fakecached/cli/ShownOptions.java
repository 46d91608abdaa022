package io.github.fakecached.cli;

import io.github.fakecached.Administration;
import io.github.fakecached.internal.command.RealNumber;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The options that have no effect in a fake but that {@code stats settings} shows what they say. */
final class ShownOptions {

    private static final long KIB = 1024;
    private static final long MIB = 1024 * KIB;

    /** memcached keeps these in 32 bits. */
    private static final long BITS = 0xFFFF_FFFFL;

    /** Shown as the numbers that are given. */
    private static final List<ExtendedOption> AS_GIVEN = List.of(
            ExtendedOption.TAIL_REPAIR_TIME,
            ExtendedOption.SLAB_AUTOMOVE_WINDOW,
            ExtendedOption.LRU_CRAWLER_SLEEP,
            ExtendedOption.EXT_ITEM_SIZE,
            ExtendedOption.EXT_ITEM_AGE,
            ExtendedOption.EXT_LOW_TTL,
            ExtendedOption.EXT_RECACHE_RATE,
            ExtendedOption.EXT_COMPACT_UNDER,
            ExtendedOption.EXT_DROP_UNDER,
            ExtendedOption.EXT_MAX_SLEEP);

    /** Shown in bytes, by units of so many. */
    private static final Map<ExtendedOption, Long> IN_UNITS = Map.of(
            ExtendedOption.READ_BUF_MEM_LIMIT, MIB,
            ExtendedOption.WATCHER_LOGBUF_SIZE, KIB,
            ExtendedOption.WORKER_LOGBUF_SIZE, KIB,
            ExtendedOption.EXT_WBUF_SIZE, MIB);

    /** Shown with so many digits behind the point. */
    private static final Map<ExtendedOption, Integer> WITH_DIGITS = Map.of(
            ExtendedOption.SLAB_AUTOMOVE_RATIO, 2,
            ExtendedOption.SLAB_AUTOMOVE_FREERATIO, 3,
            ExtendedOption.EXT_MAX_FRAG, 2);

    private final GivenOptions given;
    private final ExtendedOptions extended;
    private Administration administration;

    private ShownOptions(GivenOptions given, ExtendedOptions extended, Administration administration) {
        this.given = given;
        this.extended = extended;
        this.administration = administration;
    }

    static Administration apply(GivenOptions given, ExtendedOptions extended, Administration administration) {
        ShownOptions options = new ShownOptions(given, extended, administration);
        options.apply();
        return options.administration;
    }

    private void apply() {
        AS_GIVEN.forEach(option -> text(option).ifPresent(value -> show(option, whole(value))));
        IN_UNITS.forEach((option, unit) ->
                text(option).ifPresent(value -> show(option, Long.toString(Long.parseLong(value) * unit & BITS))));
        WITH_DIGITS.forEach((option, digits) ->
                text(option).ifPresent(value -> show(option, RealNumber.text(Double.parseDouble(value), digits))));
        text(ExtendedOption.HASH_ALGORITHM).ifPresent(value -> show(ExtendedOption.HASH_ALGORITHM, value));
        text(ExtendedOption.HASHPOWER).ifPresent(value -> show("hashpower_init", whole(value)));
        text(ExtendedOption.SLAB_AUTOMOVE)
                .ifPresent(value -> show(ExtendedOption.SLAB_AUTOMOVE, value.isEmpty() ? "1" : whole(value)));
        text(ExtendedOption.NO_SLAB_AUTOMOVE).ifPresent(value -> show(ExtendedOption.SLAB_AUTOMOVE, "0"));
        given.last(MemcachedOption.NAPI_IDS).ifPresent(value -> show("num_napi_ids", whole(value)));
        text(ExtendedOption.EXT_DROP_UNREAD).ifPresent(value -> show(ExtendedOption.EXT_DROP_UNREAD, "yes"));
    }

    private static String whole(String number) {
        return Long.toString(Long.parseLong(number));
    }

    private Optional<String> text(ExtendedOption option) {
        return extended.text(option);
    }

    private void show(ExtendedOption option, String value) {
        show(option.toString(), value);
    }

    private void show(String setting, String value) {
        administration = administration.shownSetting(setting, value);
    }
}
