package io.github.fakecached.conformance.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The client under test as rules call it: values are strings of one character a byte, and each call has an {@link Answer}. */
final class Subject {

    private final ClientUnderTest client;
    private final CallLog calls;
    private final Duration timeout;
    private final AtomicBoolean closed = new AtomicBoolean();

    Subject(ClientUnderTest client, CallLog calls, Duration timeout) {
        this.client = client;
        this.calls = calls;
        this.timeout = timeout;
    }

    /** How long the client was told to wait. */
    Duration timeout() {
        return timeout;
    }

    Answer<Optional<String>> get(String key) {
        return calls.call(words("get", key), timeout, () -> text(client.get(key)));
    }

    Answer<Map<String, String>> getAll(List<String> keys) {
        String words = keys.size() > 4 ? "getAll(" + keys.size() + " keys)" : words("getAll", keys.toArray());
        return calls.call(
                words,
                timeout,
                () -> client.getAll(keys).entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, item -> new String(item.getValue(), ISO_8859_1))));
    }

    Answer<Boolean> set(String key, String value) {
        return set(key, value, 0);
    }

    Answer<Boolean> set(String key, String value, int exptime) {
        return calls.call(words("set", key, value, exptime), timeout, () -> client.set(key, bytes(value), exptime));
    }

    Answer<Boolean> setWithFlags(String key, String value, long flags) {
        return calls.call(
                words("setWithFlags", key, value, 0, flags),
                timeout,
                () -> client.setWithFlags(key, bytes(value), 0, flags));
    }

    Answer<OptionalLong> getFlags(String key) {
        return calls.call(words("getFlags", key), timeout, () -> client.getFlags(key));
    }

    /** The cas unique. */
    Answer<OptionalLong> gets(String key) {
        return calls.call(words("gets", key), timeout, () -> {
            ValueWithCas found = client.gets(key);
            return found == null ? OptionalLong.empty() : OptionalLong.of(found.casUnique());
        });
    }

    Answer<CasResult> cas(String key, String value, long casUnique) {
        return calls.call(
                words("cas", key, value, 0, Long.toUnsignedString(casUnique)),
                timeout,
                () -> client.cas(key, bytes(value), 0, casUnique));
    }

    Answer<Boolean> add(String key, String value) {
        return calls.call(words("add", key, value, 0), timeout, () -> client.add(key, bytes(value), 0));
    }

    Answer<Boolean> replace(String key, String value) {
        return calls.call(words("replace", key, value, 0), timeout, () -> client.replace(key, bytes(value), 0));
    }

    Answer<Boolean> append(String key, String value) {
        return calls.call(words("append", key, value), timeout, () -> client.append(key, bytes(value)));
    }

    Answer<Boolean> prepend(String key, String value) {
        return calls.call(words("prepend", key, value), timeout, () -> client.prepend(key, bytes(value)));
    }

    Answer<OptionalLong> incr(String key, long delta) {
        return calls.call(words("incr", key, Long.toUnsignedString(delta)), timeout, () -> client.incr(key, delta));
    }

    Answer<OptionalLong> decr(String key, long delta) {
        return calls.call(words("decr", key, Long.toUnsignedString(delta)), timeout, () -> client.decr(key, delta));
    }

    Answer<Boolean> delete(String key) {
        return calls.call(words("delete", key), timeout, () -> client.delete(key));
    }

    Answer<Boolean> touch(String key, int exptime) {
        return calls.call(words("touch", key, exptime), timeout, () -> client.touch(key, exptime));
    }

    Answer<Optional<String>> getAndTouch(String key, int exptime) {
        return calls.call(words("getAndTouch", key, exptime), timeout, () -> text(client.getAndTouch(key, exptime)));
    }

    Answer<Boolean> flushAll() {
        return calls.call("flushAll()", timeout, () -> {
            client.flushAll();
            return true;
        });
    }

    /** Closes the client, unless that was done before. */
    Answer<Boolean> close() {
        if (closed.getAndSet(true)) {
            return new Answer<>("close()", true, null);
        }
        return calls.call("close()", timeout, () -> {
            client.close();
            return true;
        });
    }

    private static String words(String method, Object... arguments) {
        return method + Stream.of(arguments).map(Shown::of).collect(Collectors.joining(", ", "(", ")"));
    }

    private static Optional<String> text(byte @Nullable [] value) {
        return value == null ? Optional.empty() : Optional.of(new String(value, ISO_8859_1));
    }

    private static byte[] bytes(String value) {
        return value.getBytes(ISO_8859_1);
    }
}
