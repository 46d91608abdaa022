package io.github.fakecached.internal.net;

import io.github.fakecached.internal.command.TextParser;
import io.github.fakecached.internal.version.VersionTraits;
import io.netty.util.concurrent.FastThreadLocal;
import java.util.EnumMap;
import java.util.Map;

/**
 * The parsers of lines: one for each version and event loop, shared by all nodes there, since a line is done with before the next
 * one is parsed.
 */
final class TextParsers {

    private static final FastThreadLocal<Map<VersionTraits, TextParser>> PARSERS = new FastThreadLocal<>() {
        @Override
        protected Map<VersionTraits, TextParser> initialValue() {
            return new EnumMap<>(VersionTraits.class);
        }
    };

    private TextParsers() {}

    /** The parser for connections that are served by the thread that asks. */
    static TextParser of(VersionTraits traits) {
        return PARSERS.get().computeIfAbsent(traits, TextParser::new);
    }
}
