package io.github.fakecached.cli.admin;

import static io.github.fakecached.cli.admin.Parameter.optional;

import io.github.fakecached.StoredItem;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Items, looked at and put without the protocol. Bytes that are no UTF-8 are told in Base64. */
final class ContentsOperations {

    private static final int LIMIT = 1000;

    /** A list has no longer values; they are to be had one by one. */
    private static final int LISTED_VALUE_MAX = 1024;

    private static final List<Parameter> KEY = List.of(
            Parameter.NODE,
            optional("key", Parameter.Type.STRING, "the key, as text"),
            optional("keyBase64", Parameter.Type.STRING, "the key, in Base64"));

    private final Nodes nodes;

    ContentsOperations(Nodes nodes) {
        this.nodes = nodes;
    }

    List<Operation> all() {
        List<Parameter> item = new ArrayList<>(KEY);
        item.add(optional("value", Parameter.Type.STRING, "the value, as text"));
        item.add(optional("valueBase64", Parameter.Type.STRING, "the value, in Base64"));
        item.add(optional("flags", Parameter.Type.INTEGER, "the client's flags, 0 to 4294967295; 0 by default"));
        item.add(optional(
                "timeToLive",
                Parameter.Type.INTEGER,
                "for how many seconds of the fake's clock it lives, at least 1; for ever by default"));
        return List.of(
                Operation.get(
                        "contents",
                        "/contents",
                        "The items of a node, in the order of their keys. Values of more than 1024 bytes are left out.",
                        "Items",
                        List.of(
                                Parameter.NODE,
                                optional("limit", Parameter.Type.INTEGER, "no more than so many; 1000 by default")),
                        this::list),
                Operation.get("contents get", "/contents/item", "An item.", "Item", KEY, this::get),
                Operation.post("contents put", "/contents", "Puts an item.", "", List.copyOf(item), this::put),
                Operation.delete("contents remove", "/contents", "Removes an item.", KEY, this::remove));
    }

    private Result list(Arguments arguments) {
        long limit = arguments.integer("limit", LIMIT);
        if (limit < 1) {
            throw new IllegalArgumentException("limit is at least 1, not " + limit);
        }
        List<StoredItem> items = nodes.one(arguments).contents().items();
        return new Result.Rows(
                "items",
                items.stream()
                        .sorted(Comparator.comparing(StoredItem::keyAsString))
                        .limit(limit)
                        .map(item -> row(item, LISTED_VALUE_MAX))
                        .toList(),
                Map.of("count", items.size()),
                null);
    }

    private Result get(Arguments arguments) {
        byte[] key = arguments.requiredBytes("key");
        return new Result.Row(row(
                nodes.one(arguments).contents().get(key).orElseThrow(ContentsOperations::noItem), Integer.MAX_VALUE));
    }

    private Result put(Arguments arguments) {
        byte[] key = arguments.requiredBytes("key");
        Optional<Duration> timeToLive = arguments.seconds("timeToLive");
        nodes.one(arguments)
                .contents()
                .put(key, arguments.requiredBytes("value"), arguments.integer("flags", 0), timeToLive);
        return new Result.Done();
    }

    private Result remove(Arguments arguments) {
        if (!nodes.one(arguments).contents().remove(arguments.requiredBytes("key"))) {
            throw noItem();
        }
        return new Result.Done();
    }

    private static NotFound noItem() {
        return new NotFound("there is no item with this key, or it has expired");
    }

    private static Map<String, Object> row(StoredItem item, int valueMax) {
        Map<String, Object> row = new LinkedHashMap<>();
        byte[] value = item.value();
        putBytes(row, "key", item.key());
        row.put("length", value.length);
        row.put("flags", item.flags());
        row.put("casUnique", Long.toUnsignedString(item.casUnique()));
        item.timeToLive().ifPresent(left -> row.put("timeToLive", left.toSeconds()));
        if (value.length <= valueMax) {
            putBytes(row, "value", value);
        }
        return row;
    }

    private static void putBytes(Map<String, Object> row, String name, byte[] bytes) {
        try {
            row.put(
                    name,
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString());
        } catch (CharacterCodingException e) {
            row.put(name + "Base64", Base64.getEncoder().encodeToString(bytes));
        }
    }
}
