package io.github.fakecached.internal.engine;

import io.github.fakecached.internal.command.ShownSetting;
import java.util.EnumMap;
import java.util.Map;

/** Those settings of a running server that commands can change and that decide nothing about items. */
final class Tuning {

    private final ServerSettings settings;
    private Map<ShownSetting, String> changed = Map.of();
    private long verbosity;

    Tuning(ServerSettings settings) {
        this.settings = settings;
        reset();
    }

    /** Makes them what the server was started with. */
    void reset() {
        verbosity = settings.statistics().verbosity();
        changed = Map.of();
    }

    long verbosity() {
        return verbosity;
    }

    void verbosity(long level) {
        verbosity = level;
    }

    String shown(ShownSetting setting) {
        String value = changed.get(setting);
        return value == null ? settings.statistics().shown().getOrDefault(setting, initialValue(setting)) : value;
    }

    private String initialValue(ShownSetting setting) {
        return switch (setting) {
            case SLAB_AUTOMOVE_WINDOW -> Integer.toString(settings.traits().slabAutomoveWindow());
            case NUM_NAPI_IDS -> settings.traits().defaultNapiIds();
            default -> setting.initialValue();
        };
    }

    void change(ShownSetting setting, String value) {
        if (changed.isEmpty()) {
            changed = new EnumMap<>(ShownSetting.class);
        }
        changed.put(setting, value);
    }
}
