package io.github.fakecached.conformance.client.kit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.fakecached.conformance.client.CasResult;
import io.github.fakecached.conformance.client.ClientUnderTest;
import io.github.fakecached.conformance.client.Endpoint;
import io.github.fakecached.conformance.client.ValueWithCas;
import java.io.IOException;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A client of the text protocol that keeps all rules, as small as it can be: one connection, one request at a time. With bugs it
 * breaks the rules that they are about.
 */
final class LineClient implements ClientUnderTest {

    private record Item(String value, long flags, long casUnique) {}

    private final LineSession session;
    private final Set<Bug> bugs;
    private String last = "";

    LineClient(Endpoint endpoint, Set<Bug> bugs) {
        this.session = new LineSession(endpoint, bugs);
        this.bugs = bugs;
    }

    private boolean has(Bug bug) {
        return bugs.contains(bug);
    }

    /** Whether a reply is taken for what would suit, whatever it is. */
    private boolean takesAnything() {
        return has(Bug.TAKES_ANYTHING) || has(Bug.KEEPS_THE_CONNECTION);
    }

    /** Sends a line and holds that the answer is one of two. */
    private boolean ask(String request, String yes, String no) throws IOException {
        return session.talk(on -> {
            on.send(request);
            var line = session.line(on);
            if (takesAnything()) {
                return !line.equals(no);
            }
            if (!line.equals(yes) && !line.equals(no) && !has(Bug.TAKES_ERRORS_FOR_MISSES)) {
                throw new IOException("neither " + yes + " nor " + no + ": " + line);
            }
            return line.equals(yes) || has(Bug.SAYS_ALWAYS_YES);
        });
    }

    private Map<String, Item> fetch(String command, List<String> keys) throws IOException {
        for (var key : keys) {
            checked(key);
        }
        return session.talk(on -> {
            on.send(command + " " + wire(String.join(" ", keys)) + "\r\n");
            var items = new HashMap<String, Item>();
            for (var line = session.line(on); !line.equals("END"); line = session.line(on)) {
                var words = line.split(" ");
                if (!words[0].equals("VALUE") || words.length < 4) {
                    if (takesAnything()) {
                        return items;
                    }
                    throw new IOException("no item: " + line);
                }
                var key = new String(words[1].getBytes(ISO_8859_1), UTF_8);
                if (has(Bug.BELIEVES_ANY_KEY) || has(Bug.KEEPS_THE_CONNECTION)) {
                    key = keys.get(0);
                } else if (!keys.contains(key)) {
                    throw new IOException("nobody asked for " + key);
                }
                int length = takesAnything() && !words[3].matches("\\d+") ? 0 : Integer.parseInt(words[3]);
                var value = on.readData(length);
                if (has(Bug.CUTS_LONG_VALUES) && value.length() > 1000) {
                    value = value.substring(0, 1000);
                }
                long unique = words.length > 4 ? number(words[4], has(Bug.SIGNED_UNIQUES)) : 0;
                items.put(key, new Item(value, Long.parseLong(words[2]), unique));
            }
            return items;
        });
    }

    private static long number(String text, boolean signed) {
        return signed ? Long.parseLong(text) : Long.parseUnsignedLong(text);
    }

    private Item fetchOne(String command, String key) throws IOException {
        try {
            var item = fetch(command, List.of(key)).get(key);
            if (item == null && has(Bug.FAILS_WITH_MISSES)) {
                throw new IOException("no " + key);
            }
            if (has(Bug.MIXES_UP_CALLERS) && session.isBusy()) {
                return new Item(last, 0, 0);
            }
            last = item == null ? "" : item.value();
            return item;
        } catch (IOException e) {
            if (has(Bug.TAKES_A_LOST_CONNECTION_FOR_A_MISS)) {
                return null;
            }
            throw e;
        }
    }

    private byte[] bytes(Item item) {
        if (item == null || (has(Bug.TAKES_EMPTY_FOR_A_MISS) && item.value().isEmpty())) {
            return null;
        }
        var value = has(Bug.TRIMS) ? item.value().strip() : item.value();
        return value.getBytes(has(Bug.SEVEN_BITS) ? US_ASCII : ISO_8859_1);
    }

    private String checked(String key) {
        if (has(Bug.CHECKS_NO_KEY)) {
            return wire(key);
        }
        int length = has(Bug.COUNTS_CHARACTERS) ? key.length() : key.getBytes(UTF_8).length;
        if (length < 1
                || length > (has(Bug.STOPS_AT_249) ? 249 : 250)
                || key.chars().anyMatch(each -> each <= ' ' || each == 127)) {
            throw new IllegalArgumentException("no key: " + key);
        }
        return wire(key);
    }

    private String wire(String key) {
        return has(Bug.LATIN_KEYS) ? key : new String(key.getBytes(UTF_8), ISO_8859_1);
    }

    private String head(String command, String key, long flags, int exptime, byte[] value) {
        int sent = exptime;
        if (has(Bug.MINUTES)) {
            sent *= 60;
        } else if (has(Bug.AT_LEAST_A_SECOND)) {
            sent = Math.max(1, sent);
        } else if (has(Bug.TAKES_LARGE_TIMES_FOR_EVER) && (sent < 0 || sent > 2_592_000)) {
            sent = 0;
        }
        return command + " " + checked(key) + " " + flags + " " + sent + " " + value.length;
    }

    private boolean store(String command, String key, byte[] value, int exptime, long flags) throws IOException {
        try {
            return ask(
                    head(command, key, flags, exptime, value) + "\r\n" + new String(value, ISO_8859_1) + "\r\n",
                    "STORED",
                    "NOT_STORED");
        } catch (LineSession.Refusal e) {
            if (has(Bug.TAKES_A_REFUSED_STORE_FOR_DONE)) {
                return true;
            }
            throw e;
        }
    }

    @Override
    public byte[] get(String key) throws IOException {
        return bytes(fetchOne("get", key));
    }

    @Override
    public Map<String, byte[]> getAll(List<String> keys) throws IOException {
        var found = new HashMap<String, byte[]>();
        if (keys.isEmpty() && !has(Bug.ASKS_FOR_NOTHING)) {
            return found;
        }
        var distinct = has(Bug.ASKS_FOR_HALF) && keys.size() > 100
                ? keys.subList(0, 100)
                : List.copyOf(new LinkedHashSet<>(keys));
        if (has(Bug.CHECKS_THE_COUNT) && distinct.size() < keys.size()) {
            throw new IllegalArgumentException("twice the same key");
        }
        fetch("get", distinct).forEach((key, item) -> found.put(key, bytes(item)));
        if (has(Bug.FAILS_WITH_MISSES) && found.size() < distinct.size()) {
            throw new IOException("not all are there");
        }
        found.values().removeIf(Objects::isNull);
        return found;
    }

    @Override
    public boolean set(String key, byte[] value, int exptime) throws IOException {
        return store(has(Bug.ADDS) ? "add" : "set", key, value, exptime, 0);
    }

    @Override
    public boolean setWithFlags(String key, byte[] value, int exptime, long flags) throws IOException {
        return store(
                "set",
                key,
                value,
                exptime,
                has(Bug.FLAGS_OF_16_BITS) ? flags & 0xffff : has(Bug.SIGNED_FLAGS) ? (int) flags : flags);
    }

    @Override
    public OptionalLong getFlags(String key) throws IOException {
        var item = fetchOne("get", key);
        return item == null ? OptionalLong.empty() : OptionalLong.of(item.flags());
    }

    @Override
    public ValueWithCas gets(String key) throws IOException {
        var item = fetchOne(has(Bug.ASKS_FOR_NO_UNIQUE) ? "get" : "gets", key);
        return item == null ? null : new ValueWithCas(bytes(item), item.casUnique());
    }

    @Override
    public CasResult cas(String key, byte[] value, int exptime, long casUnique) throws IOException {
        var unique = Long.toUnsignedString(has(Bug.UNIQUES_OF_32_BITS) ? casUnique & 0xffff_ffffL : casUnique);
        var data = "\r\n" + new String(value, ISO_8859_1) + "\r\n";
        return session.talk(on -> {
            on.send(head("cas", key, 0, exptime, value) + " " + unique + data);
            var line = session.line(on);
            boolean anything = has(Bug.TELLS_NOT_WHY) || has(Bug.TAKES_ERRORS_FOR_MISSES);
            return anything && !line.equals("STORED") ? CasResult.EXISTS : CasResult.valueOf(line);
        });
    }

    @Override
    public boolean add(String key, byte[] value, int exptime) throws IOException {
        return store("add", key, value, exptime, 0);
    }

    @Override
    public boolean replace(String key, byte[] value, int exptime) throws IOException {
        return store("replace", key, value, exptime, 0);
    }

    @Override
    public boolean append(String key, byte[] value) throws IOException {
        return store("append", key, value, 0, 0);
    }

    @Override
    public boolean prepend(String key, byte[] value) throws IOException {
        return store("prepend", key, value, 0, 0);
    }

    @Override
    public OptionalLong incr(String key, long delta) throws IOException {
        return count("incr", key, delta);
    }

    @Override
    public OptionalLong decr(String key, long delta) throws IOException {
        return count("decr", key, delta);
    }

    private OptionalLong count(String command, String key, long delta) throws IOException {
        var sent = has(Bug.SIGNED_NUMBERS) ? Long.toString(delta) : Long.toUnsignedString(delta);
        OptionalLong number = session.talk(on -> {
            on.send(command + " " + checked(key) + " " + sent + "\r\n");
            var line = session.line(on);
            if (line.equals("NOT_FOUND") || line.equals("END")) {
                return OptionalLong.empty();
            }
            if (takesAnything() && !line.matches("\\d+")) {
                return OptionalLong.of(0);
            }
            if (new BigInteger(line).bitLength() > 64) {
                throw new IOException("too large: " + line);
            }
            long told = number(line.strip(), has(Bug.SIGNED_NUMBERS));
            return OptionalLong.of(has(Bug.TELLS_THE_DELTA) ? delta : told);
        });
        if (number.isEmpty() && has(Bug.MAKES_NUMBERS)) {
            store("add", key, sent.getBytes(ISO_8859_1), 0, 0);
        }
        return number;
    }

    @Override
    public boolean delete(String key) throws IOException {
        return ask("delete " + checked(key) + "\r\n", "DELETED", "NOT_FOUND");
    }

    @Override
    public boolean touch(String key, int exptime) throws IOException {
        return ask("touch " + checked(key) + " " + exptime + "\r\n", "TOUCHED", "NOT_FOUND");
    }

    @Override
    public byte[] getAndTouch(String key, int exptime) throws IOException {
        return bytes(fetchOne(has(Bug.DOES_HALF) ? "get" : "gat " + exptime, key));
    }

    @Override
    public void flushAll() throws IOException {
        if (!has(Bug.DOES_HALF)) {
            ask("flush_all\r\n", "OK", "OK");
        }
    }

    @Override
    public void close() {
        session.close();
    }
}
