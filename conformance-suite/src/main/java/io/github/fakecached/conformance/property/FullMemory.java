package io.github.fakecached.conformance.property;

/** A server whose memory is full, for properties of each dialect. */
final class FullMemory {

    static final String VALUE = "v".repeat(100_000);

    private static final int MANY = 200;

    private FullMemory() {}

    /** Stores items k0, k1 and so on until one is refused, and gives how many there are. */
    static int fill(TextClient client) {
        int stored = 0;
        while (stored < MANY && store(client, "k" + stored).equals("STORED\r\n")) {
            stored++;
        }
        if (stored < 10 || stored == MANY) {
            throw new AssertionError(stored + " of " + MANY + " items were stored");
        }
        return stored;
    }

    /** Stores items of one byte until one is refused: the smallest have memory of their own. */
    static void fillWithSmallItems(TextClient client) {
        var lines = new StringBuilder();
        for (int i = 0; i < 12_000; i++) {
            lines.append("set s").append(i).append(" 0 0 1\r\nv\r\n");
        }
        if (!client.askBytes(lines.toString()).endsWith("SERVER_ERROR out of memory storing object\r\n")) {
            throw new AssertionError("there is room for all small items");
        }
    }

    private static String store(TextClient client, String key) {
        return client.ask("set " + key + " 0 0 " + VALUE.length(), VALUE);
    }
}
