package io.github.fakecached.junit;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/**
 * Tells libfaketime in a container how far its clock is ahead, which can but grow: memcached's own timer would not live through
 * anything else. Harmless where the image has no libfaketime.
 */
final class ClockFile {

    private static final String LIBRARY = "/usr/local/lib/libfaketimeMT.so.1";
    private static final String NAME = "clock";

    private final MountedFolder folder;
    private Duration ahead = Duration.ZERO;

    ClockFile(MountedFolder folder) {
        this.folder = folder;
        write();
    }

    /** What makes libfaketime read it, at each look at the time. */
    static Map<String, String> environment() {
        return Map.of(
                "LD_PRELOAD",
                LIBRARY,
                "FAKETIME_TIMESTAMP_FILE",
                MountedFolder.inContainer(NAME),
                "FAKETIME_NO_CACHE",
                "1");
    }

    void advance(Duration time) {
        ahead = ahead.plus(time);
        write();
    }

    private void write() {
        folder.write(NAME, String.format(Locale.ROOT, "+%.3fs%n", ahead.toMillis() / 1e3));
    }
}
