package io.github.fakecached;

import io.github.fakecached.internal.command.CommandTable;
import io.github.fakecached.internal.command.ShownSetting;
import io.github.fakecached.internal.engine.CustomCommand;
import io.github.fakecached.internal.engine.Permissions;
import io.github.fakecached.internal.engine.StatisticsSettings;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What clients may learn of a fake, and do to it, besides using it: which of memcached's commands for administrators it obeys,
 * and what its statistics tell.
 *
 * <pre>{@code
 * FakeMemcached memcached = FakeMemcached.builder()
 *         .administration(Administration.defaults().shutdownEnabled(true).prefixDelimiter('/'))
 *         .start();
 * }</pre>
 *
 * <p>Immutable: each method returns another one.
 */
public final class Administration {

    private static final Administration DEFAULTS = new Administration();

    private boolean shutdown;
    private boolean dump = true;
    private boolean watch = true;
    private int threads = 4;
    private int verbosity;
    private char prefixDelimiter = ':';
    private boolean prefixesCounted;
    private boolean sizesTracked;
    private boolean reassign = true;
    private Map<ShownSetting, String> shown = Map.of();
    private @Nullable CustomCommand custom;

    private Administration() {}

    private Administration(Administration other) {
        this.shutdown = other.shutdown;
        this.dump = other.dump;
        this.watch = other.watch;
        this.threads = other.threads;
        this.verbosity = other.verbosity;
        this.prefixDelimiter = other.prefixDelimiter;
        this.prefixesCounted = other.prefixesCounted;
        this.sizesTracked = other.sizesTracked;
        this.reassign = other.reassign;
        this.shown = other.shown;
        this.custom = other.custom;
    }

    /**
     * What a memcached has that is started without options.
     *
     * @return the defaults
     */
    public static Administration defaults() {
        return DEFAULTS;
    }

    /**
     * Whether a client may stop the fake with {@code shutdown}, as memcached's option {@code -A} has it.
     *
     * @param enabled false by default
     * @return the same but for this
     */
    public Administration shutdownEnabled(boolean enabled) {
        Administration changed = new Administration(this);
        changed.shutdown = enabled;
        return changed;
    }

    /**
     * Whether clients may list keys, as with {@code stats cachedump}; false is memcached's option {@code -X}.
     *
     * @param enabled true by default
     * @return the same but for this
     */
    public Administration dumpEnabled(boolean enabled) {
        Administration changed = new Administration(this);
        changed.dump = enabled;
        return changed;
    }

    /**
     * Whether clients may watch the log with {@code watch}; false is memcached's option {@code -W}.
     *
     * @param enabled true by default
     * @return the same but for this
     */
    public Administration watchEnabled(boolean enabled) {
        Administration changed = new Administration(this);
        changed.watch = enabled;
        return changed;
    }

    /**
     * The number of threads that statistics tell of, as memcached's option {@code -t}. Whatever it is, a fake serves all
     * connections by one thread, which no other reply shows.
     *
     * @param number at least 1; 4 by default
     * @return the same but for this
     * @throws IllegalArgumentException if the number is smaller
     */
    public Administration threads(int number) {
        if (number < 1) {
            throw new IllegalArgumentException("a memcached has at least 1 thread, not " + number);
        }
        Administration changed = new Administration(this);
        changed.threads = number;
        return changed;
    }

    /**
     * The verbosity that statistics tell of until the command {@code verbosity} changes it; a fake logs nothing.
     *
     * @param level at least 0, the default; memcached's option {@code -v} given so many times
     * @return the same but for this
     * @throws IllegalArgumentException if the level is negative
     */
    public Administration verbosity(int level) {
        if (level < 0) {
            throw new IllegalArgumentException("a verbosity is at least 0, not " + level);
        }
        Administration changed = new Administration(this);
        changed.verbosity = level;
        return changed;
    }

    /**
     * What ends the prefix of a key, as memcached's option {@code -D}, which also counts by prefixes from the start; otherwise it
     * is {@code :}, and {@code stats detail on} begins to count.
     *
     * @param delimiter a character of ASCII
     * @return the same but for this
     * @throws IllegalArgumentException if it is no character of ASCII
     */
    public Administration prefixDelimiter(char delimiter) {
        if (delimiter > Byte.MAX_VALUE) {
            throw new IllegalArgumentException("a delimiter is a character of ASCII, not " + delimiter);
        }
        Administration changed = new Administration(this);
        changed.prefixDelimiter = delimiter;
        changed.prefixesCounted = true;
        return changed;
    }

    /**
     * Whether {@code stats sizes} counts items by their sizes, as memcached's option {@code -o track_sizes} has it.
     *
     * @param tracked false by default
     * @return the same but for this
     */
    public Administration sizesTracked(boolean tracked) {
        Administration changed = new Administration(this);
        changed.sizesTracked = tracked;
        return changed;
    }

    /**
     * Whether clients may move slab pages with {@code slabs reassign}; false is memcached's option {@code -o no_slab_reassign}.
     *
     * @param enabled true by default
     * @return the same but for this
     */
    public Administration slabReassignEnabled(boolean enabled) {
        Administration changed = new Administration(this);
        changed.reassign = enabled;
        return changed;
    }

    /**
     * What {@code stats settings} says of something that a fake has no use for, such as {@code hash_algorithm} or
     * {@code slab_automove}, in place of memcached's default.
     *
     * @param name as in {@code stats settings}
     * @param value as it is to be shown
     * @return the same but for this
     * @throws IllegalArgumentException if it is no setting, or one that is shown as it is in the fake
     */
    public Administration shownSetting(String name, String value) {
        ShownSetting setting = Arrays.stream(ShownSetting.values())
                .filter(candidate -> candidate.settingName().equals(name))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("stats settings has no \"" + name
                        + "\" that is only shown; it has "
                        + Arrays.stream(ShownSetting.values())
                                .map(ShownSetting::settingName)
                                .collect(Collectors.joining(", "))));
        Administration changed = new Administration(this);
        Map<ShownSetting, String> all = new EnumMap<>(ShownSetting.class);
        all.putAll(shown);
        all.put(setting, Objects.requireNonNull(value, "value"));
        changed.shown = Collections.unmodifiableMap(all);
        return changed;
    }

    /**
     * A command that memcached does not have, for clients that are to tell the test something: a line of the text protocol whose
     * first word is its name is answered by a function. It is no request to memcached: no fault happens to it, and neither the
     * journal nor statistics know of it. Over UDP, in the binary protocol, and to a client that has yet to sign in there is no such
     * command.
     *
     * <pre>{@code
     * Administration administration = Administration.defaults()
     *         .customCommand("phase", words -> CompletableFuture.completedFuture("OK " + words + "\n"));
     * }</pre>
     *
     * @param name a word of small letters that is no command of memcached's
     * @param answers gives, at once or later and in any thread, the lines of the answer, each with a line feed, for what stands
     *     behind the name; it is called in the fake's own thread and must not wait, so it calls the fake from another one. The
     *     connection serves nothing else until the answer has come
     * @return the same but for this
     * @throws IllegalArgumentException if it is no such word
     */
    public Administration customCommand(String name, Function<String, CompletionStage<String>> answers) {
        byte[] bytes = name.getBytes(StandardCharsets.US_ASCII);
        if (!name.matches("[a-z]+") || CommandTable.find(bytes, 0, bytes.length) != null) {
            throw new IllegalArgumentException(
                    "a custom command is a word of small letters that memcached does not know, not \"" + name + "\"");
        }
        Administration changed = new Administration(this);
        changed.custom = new CustomCommand(name, Objects.requireNonNull(answers, "answers"));
        return changed;
    }

    Permissions permissions(boolean flush) {
        return new Permissions(flush, shutdown, dump, watch, reassign, custom);
    }

    StatisticsSettings statistics() {
        return new StatisticsSettings(threads, verbosity, (byte) prefixDelimiter, prefixesCounted, sizesTracked, shown);
    }
}
