package io.github.fakecached.conformance.wire;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

/** What is spoken on a connection, as far as that decides how its bytes are framed and how a transcript shows them. */
public enum Dialect {
    /** The classic text protocol. */
    TEXT(""),
    /** The meta commands, which are lines of text too, on a connection of their own. */
    META("meta"),
    /** The binary protocol. */
    BINARY("binary") {
        @Override
        public RawConnection connect(InetSocketAddress address) {
            return RawBinary.connect(address);
        }

        @Override
        List<String> print(String bytes) {
            return BinaryMessage.split(bytes).stream().map(BinaryLine::print).toList();
        }

        @Override
        String parse(String line) {
            return BinaryLine.parse(line);
        }
    };

    private final String prompt;

    Dialect(String prompt) {
        this.prompt = prompt;
    }

    /** A new connection to a server, on which this is spoken. */
    public RawConnection connect(InetSocketAddress address) {
        return RawText.connect(address);
    }

    /** Bytes as lines that can be printed. */
    List<String> print(String bytes) {
        return lines(bytes);
    }

    /** The bytes that were printed as one line. */
    String parse(String line) {
        return Escapes.unescape(line);
    }

    /** What stands before {@code >} and {@code <} in a transcript. */
    String prompt() {
        return prompt;
    }

    private static List<String> lines(String text) {
        var lines = new ArrayList<String>();
        int from = 0;
        while (from < text.length()) {
            int lineFeed = text.indexOf('\n', from);
            int to = lineFeed < 0 ? text.length() : lineFeed + 1;
            lines.add(Escapes.escape(text.substring(from, to)));
            from = to;
        }
        return lines;
    }
}
