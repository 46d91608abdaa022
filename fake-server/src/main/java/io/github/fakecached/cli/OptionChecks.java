package io.github.fakecached.cli;

import java.util.List;

/** memcached's rules for options and for what they are together, but for sizes, addresses and those of {@code -o}. */
final class OptionChecks {

    private static final int DEFAULT_THREADS = 4;

    private OptionChecks() {}

    static void check(GivenOptions given) {
        positive(given, MemcachedOption.CONN_LIMIT, "Maximum connections must be greater than 0");
        positive(given, MemcachedOption.REQS_PER_EVENT, "Number of requests per event must be greater than 0");
        positive(given, MemcachedOption.SLAB_MIN_SIZE, "Chunk size must be greater than 0");
        positive(given, MemcachedOption.THREADS, "Number of threads must be greater than 0");
        positive(given, MemcachedOption.NAPI_IDS, "Maximum number of NAPI IDs must be greater than 0");
        growthFactor(given);
        whole(given, MemcachedOption.BACKLOG);
        whole(given, MemcachedOption.UDP_PORT);
        protocol(given);
        int threads = given.number(MemcachedOption.THREADS, DEFAULT_THREADS);
        int napiIds = given.number(MemcachedOption.NAPI_IDS, 0);
        if (napiIds > threads) {
            throw Refusal.ofUse(
                    "Number of napi_ids(" + napiIds + ") cannot be greater than number of threads(" + threads + ")");
        }
    }

    private static void positive(GivenOptions given, MemcachedOption option, String rule) {
        for (String value : given.all(option)) {
            if (WholeNumber.of(option.toString(), value) <= 0) {
                throw Refusal.ofUse(option + " " + value + ": " + rule);
            }
        }
    }

    private static void whole(GivenOptions given, MemcachedOption option) {
        given.all(option).forEach(value -> WholeNumber.of(option.toString(), value));
    }

    private static void growthFactor(GivenOptions given) {
        for (String value : given.all(MemcachedOption.GROWTH_FACTOR)) {
            new ValueRule.Range(true, Double.NEGATIVE_INFINITY, Double.MAX_VALUE).check("-f", value);
            if (Double.parseDouble(value) <= 1) {
                throw Refusal.ofUse("-f " + value + ": Factor must be greater than 1");
            }
        }
    }

    private static void protocol(GivenOptions given) {
        for (String value : given.all(MemcachedOption.PROTOCOL)) {
            if (!List.of("auto", "binary", "ascii").contains(value)) {
                throw Refusal.ofUse("-B: Invalid value for binding protocol: " + value
                        + " -- should be one of auto, binary, or ascii");
            }
        }
        String protocol = given.last(MemcachedOption.PROTOCOL).orElse("");
        if (given.has(MemcachedOption.ENABLE_SASL)) {
            if (protocol.equals("ascii") || protocol.equals("auto")) {
                throw Refusal.ofUse("-S -B " + protocol + ": You cannot allow the ASCII protocol while using SASL.");
            }
            if (given.number(MemcachedOption.UDP_PORT, 0) != 0) {
                throw Refusal.ofUse("-S -U: Cannot enable UDP while using binary SASL authentication.");
            }
        }
        if (given.has(MemcachedOption.AUTH_FILE) && (protocol.equals("binary") || protocol.equals("auto"))) {
            throw Refusal.ofUse("-Y -B " + protocol
                    + ": You cannot allow the BINARY protocol while using ascii authentication tokens.");
        }
        if (given.has(MemcachedOption.AUTH_FILE) && given.number(MemcachedOption.UDP_PORT, 0) != 0) {
            throw Refusal.ofUse("-Y -U: Cannot use UDP with ascii authentication enabled (-U 0 to disable)");
        }
    }
}
