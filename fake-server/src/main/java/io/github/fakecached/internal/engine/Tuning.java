package io.github.fakecached.internal.engine;

import io.github.fakecached.internal.command.ShownSetting;
import java.util.EnumMap;
import java.util.Map;

/** Those settings of a running server that commands can change and that decide nothing about items. */
final class Tuning {

    private final ServerSettings settings;
    private final Map<ShownSetting, String> shown = new EnumMap<>(ShownSetting.class);
    private long verbosity;

    Tuning(ServerSettings settings) {
        this.settings = settings;
        reset();
    }

    /** Makes them what the server was started with. */
    void reset() {
        verbosity = settings.statistics().verbosity();
        for (ShownSetting setting : ShownSetting.values()) {
            shown.put(setting, setting.initialValue());
        }
        shown.put(
                ShownSetting.SLAB_AUTOMOVE_WINDOW,
                Integer.toString(settings.traits().slabAutomoveWindow()));
        shown.put(ShownSetting.NUM_NAPI_IDS, settings.traits().defaultNapiIds());
        shown.putAll(settings.statistics().shown());
    }

    long verbosity() {
        return verbosity;
    }

    void verbosity(long level) {
        verbosity = level;
    }

    String shown(ShownSetting setting) {
        return shown.getOrDefault(setting, "");
    }

    void change(ShownSetting setting, String value) {
        shown.put(setting, value);
    }
}
