package io.github.fakecached.internal.engine;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.fakecached.internal.command.CommandError;
import io.github.fakecached.internal.reply.Reply;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Announces the nodes of a cluster as Amazon ElastiCache does: in answer to {@code config get cluster} or, as by its engines before
 * 1.4.14, as the item of a certain key. Without nodes to announce both are as in memcached.
 */
final class ClusterHandler {

    private static final byte[] KEY = "AmazonElastiCache:cluster".getBytes(US_ASCII);

    private final @Nullable Supplier<String> configuration;

    ClusterHandler(@Nullable Supplier<String> configuration) {
        this.configuration = configuration;
    }

    Reply configuration() {
        if (configuration == null) {
            return new Reply.Failure(CommandError.UNKNOWN);
        }
        String text = configuration.get();
        return new Reply.Lines(List.of("CONFIG cluster 0 " + text.length(), text), "\r\n", "END\r\n");
    }

    /** The item of a key, if it is the one that announces the cluster; else null. */
    Reply.@Nullable Value item(byte[] key) {
        if (configuration == null || !Arrays.equals(key, KEY)) {
            return null;
        }
        byte[] text = configuration.get().getBytes(ISO_8859_1);
        byte[] keyAndValue = Arrays.copyOf(key, key.length + text.length);
        System.arraycopy(text, 0, keyAndValue, key.length, text.length);
        return new Reply.Value(keyAndValue, key.length, 0, 0);
    }
}
