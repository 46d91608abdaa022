package io.github.fakecached.benchmark.sidebyside;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * What clients ask: one store to ten fetches of keys that are there, in random order, but the same in every run.
 *
 * @param dialect how it is said
 * @param valueLength in bytes
 * @param keys how many there are
 * @param pipelined how many requests are sent together
 * @param connections how many clients there are
 */
record Workload(Phrases dialect, int valueLength, int keys, int pipelined, int connections) {

    private static final int FETCHES_FOR_A_STORE = 10;
    private static final int BATCHES = 32;

    /** Stores every key once. */
    List<Batch> filling() {
        return IntStream.range(0, keys)
                .mapToObj(key -> batch(IntStream.of(-1 - key)))
                .toList();
    }

    /** What a client sends, over and over. */
    List<Batch> batches(int client) {
        Random random = new Random(client);
        return IntStream.range(0, BATCHES)
                .mapToObj(i -> batch(IntStream.range(0, pipelined).map(request -> {
                    int key = random.nextInt(keys);
                    return random.nextInt(FETCHES_FOR_A_STORE + 1) == 0 ? -1 - key : key;
                })))
                .toList();
    }

    /** Fetches are the numbers of their keys, stores these numbers' complements. */
    private Batch batch(IntStream requests) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        long[] replyAndCount = new long[2];
        requests.forEach(request -> {
            boolean store = request < 0;
            String key = "key:%07d".formatted(store ? -1 - request : request);
            bytes.writeBytes((store ? dialect.set(key, valueLength) : dialect.get(key)).getBytes(ISO_8859_1));
            replyAndCount[0] += store ? dialect.storedLength() : dialect.hitLength(key, valueLength);
            replyAndCount[1]++;
        });
        ByteBuffer direct = ByteBuffer.allocateDirect(bytes.size());
        direct.put(bytes.toByteArray()).flip();
        return new Batch(direct, replyAndCount[0], Math.toIntExact(replyAndCount[1]));
    }

    @Override
    public String toString() {
        return dialect.name().toLowerCase(Locale.ROOT) + ", " + valueLength + " B, pipeline " + pipelined + ", "
                + connections + " connections";
    }
}
