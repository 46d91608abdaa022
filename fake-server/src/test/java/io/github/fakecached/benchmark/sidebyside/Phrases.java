package io.github.fakecached.benchmark.sidebyside;

/** How a fetch and a store are said in each dialect, and how long the answers are. Bytes are characters here. */
enum Phrases {
    TEXT {
        @Override
        String get(String key) {
            return "get " + key + "\r\n";
        }

        @Override
        String set(String key, int length) {
            return "set " + key + " 0 0 " + length + "\r\n" + "v".repeat(length) + "\r\n";
        }

        @Override
        int hitLength(String key, int length) {
            return ("VALUE " + key + " 0 " + length + "\r\n").length() + length + "\r\nEND\r\n".length();
        }

        @Override
        int storedLength() {
            return "STORED\r\n".length();
        }
    },
    META {
        @Override
        String get(String key) {
            return "mg " + key + " v\r\n";
        }

        @Override
        String set(String key, int length) {
            return "ms " + key + " " + length + "\r\n" + "v".repeat(length) + "\r\n";
        }

        @Override
        int hitLength(String key, int length) {
            return ("VA " + length + "\r\n").length() + length + "\r\n".length();
        }

        @Override
        int storedLength() {
            return "HD\r\n".length();
        }
    },
    BINARY {
        @Override
        String get(String key) {
            return head(0x00, key.length(), 0, key.length()) + key;
        }

        @Override
        String set(String key, int length) {
            int body = EXTRAS_OF_SET + key.length() + length;
            return head(0x01, key.length(), EXTRAS_OF_SET, body)
                    + "\0".repeat(EXTRAS_OF_SET)
                    + key
                    + "v".repeat(length);
        }

        @Override
        int hitLength(String key, int length) {
            return HEAD + EXTRAS_OF_HIT + length;
        }

        @Override
        int storedLength() {
            return HEAD;
        }
    };

    private static final int HEAD = 24;
    private static final int EXTRAS_OF_SET = 8;
    private static final int EXTRAS_OF_HIT = 4;

    abstract String get(String key);

    abstract String set(String key, int length);

    /** How many bytes answer a fetch of a value of this length. */
    abstract int hitLength(String key, int length);

    /** How many bytes answer a store. */
    abstract int storedLength();

    private static String head(int opcode, int keyLength, int extrasLength, int bodyLength) {
        StringBuilder head = new StringBuilder();
        head.append('\u0080').append((char) opcode);
        number(head, keyLength, 2);
        head.append((char) extrasLength).append("\0\0\0");
        number(head, bodyLength, 4);
        return head.append("\0".repeat(12)).toString();
    }

    private static void number(StringBuilder to, int number, int bytes) {
        for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) {
            to.append((char) ((number >>> shift) & 0xff));
        }
    }
}
