package io.github.fakecached.internal.engine;

/** Which protocols a server speaks. */
public enum ServedProtocol {
    AUTO("auto-negotiate"),
    ASCII("ascii"),
    BINARY("binary");

    private final String settingName;

    ServedProtocol(String settingName) {
        this.settingName = settingName;
    }

    /** As {@code stats settings} prints it. */
    String settingName() {
        return settingName;
    }
}
