package io.github.fakecached.internal.engine;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** A command of the text protocol that memcached does not have. Who answers it is none of the engine's business. */
public final class CustomCommand {

    private final byte[] name;
    private final Function<String, CompletionStage<String>> answers;

    /**
     * A command.
     *
     * @param name the first word of its lines
     * @param answers gives lines, each with a line feed, for what stands behind the name; must not block
     */
    public CustomCommand(String name, Function<String, CompletionStage<String>> answers) {
        this.name = name.getBytes(US_ASCII);
        this.answers = answers;
    }

    /** Whether a line begins with its name. */
    public boolean isNamedBy(byte[] line, int length) {
        return length >= name.length
                && Arrays.equals(name, 0, name.length, line, 0, name.length)
                && (length == name.length || line[name.length] == ' ');
    }

    /** The bytes to answer its line with, which come later, in whatever thread. That it failed is an answer too. */
    public CompletionStage<byte[]> answer(byte[] line, int length) {
        String words = new String(line, name.length, length - name.length, UTF_8).strip();
        CompletionStage<String> lines;
        try {
            lines = answers.apply(words);
        } catch (RuntimeException e) {
            lines = CompletableFuture.failedStage(e);
        }
        return lines.exceptionally(failure -> "SERVER_ERROR " + firstLine(failure) + "\n")
                .thenApply(text -> text.replace("\r", "").replace("\n", "\r\n").getBytes(UTF_8));
    }

    private static String firstLine(Throwable failure) {
        return failure.toString().lines().findFirst().orElse("");
    }
}
