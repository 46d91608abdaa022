package io.github.fakecached.internal.engine;

import io.github.fakecached.internal.version.VersionTraits;

/** When {@code cmd_set} counts a command that brings a data block, and whether a refusal of one shows in the statistics. */
public enum StoreCounting {
    /** Text since 1.6.40: counted when its line is accepted (process_update_cmd_start in proto_parser.c). */
    BY_LINE,
    /** Text before: counted when the block has come, good or bad (complete_nread_ascii in proto_text.c). */
    BY_DATA,
    /** Binary: counted when the block has come, and a refusal is not (process_bin_update in proto_bin.c). */
    BY_DATA_WITHOUT_REFUSALS;

    /** How a version counts what comes as text. */
    public static StoreCounting ofText(VersionTraits traits) {
        return traits.countsStoreByLine() ? BY_LINE : BY_DATA;
    }

    boolean isByLine() {
        return this == BY_LINE;
    }

    boolean countsRefusals() {
        return this != BY_DATA_WITHOUT_REFUSALS;
    }
}
