package io.github.fakecached.internal.engine;

import io.github.fakecached.internal.command.TunableSetting;
import java.util.EnumMap;
import java.util.Map;

/** Those settings of a running server that commands can change and that decide nothing about items. */
final class Tuning {

    private final ServerSettings settings;
    private final Map<TunableSetting, String> shown = new EnumMap<>(TunableSetting.class);
    private long verbosity;

    Tuning(ServerSettings settings) {
        this.settings = settings;
        reset();
    }

    /** Makes them what the server was started with. */
    void reset() {
        verbosity = settings.statistics().verbosity();
        for (TunableSetting setting : TunableSetting.values()) {
            shown.put(setting, setting.initialValue());
        }
        shown.put(
                TunableSetting.SLAB_AUTOMOVE_WINDOW,
                Integer.toString(settings.traits().slabAutomoveWindow()));
    }

    long verbosity() {
        return verbosity;
    }

    void verbosity(long level) {
        verbosity = level;
    }

    String shown(TunableSetting setting) {
        return shown.getOrDefault(setting, "");
    }

    void change(TunableSetting setting, String value) {
        shown.put(setting, value);
    }
}
