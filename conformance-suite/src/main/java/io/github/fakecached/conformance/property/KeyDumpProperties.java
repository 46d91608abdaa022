package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.rule.Checks;
import io.github.fakecached.conformance.target.ServerVersion;
import io.github.fakecached.conformance.target.Startup;
import io.github.fakecached.conformance.target.Target;
import io.github.fakecached.conformance.wire.BareConnection;
import io.github.fakecached.conformance.wire.Escapes;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Example;
import org.awaitility.Awaitility;

/** What lists all keys. The server has a crawler, which does it. */
@StartedWith(Startup.PLAIN)
class KeyDumpProperties extends TextRules {

    private static final String ITEM = " la=\\d+ cas=\\d+ fetch=";
    private static final Duration A_WHILE = Duration.ofSeconds(10);

    @Example
    @Checks("A-DUMP-01")
    void metadumpListsEveryItem(TextClient client, Target target) {
        client.store("a", "v");
        client.store("b", 5, 1000, "v".repeat(100));
        client.ask("get b");
        expectDump(
                target,
                "metadump all",
                List.of(
                        "key=a exp=-1" + ITEM + "no cls=1 size=61.*",
                        "key=b exp=\\d{10}" + ITEM + "yes cls=4 size=164.*"));
        expectDump(target, "metadump hash", List.of("key=a .*", "key=b .*"));
    }

    @Example
    @Checks("A-DUMP-02")
    void okComesFirstSince1643(TextClient client, Target target) {
        client.store("a", "v");
        for (var dump : List.of("metadump all", "metadump 2")) {
            boolean first = client.version().isAtLeast(new ServerVersion(1, 6, 43));
            var reply = dump(target, dump, "END\r\n");
            if (reply.startsWith("OK\r\n") != first || !reply.endsWith("END\r\n")) {
                throw new AssertionError(dump + " is answered " + Escapes.escape(reply));
            }
        }
    }

    @Example
    @Checks("A-DUMP-03")
    void metadumpTellsTheFlagsSince1624(TextClient client, Target target) {
        client.store("a", 4294967295L, 0, "v");
        expectDump(target, "metadump all", List.of("key=a .* flags=4294967295 ?"));
    }

    @Example
    @Checks("A-DUMP-04")
    void keysAreUriEncoded(TextClient client, Target target) {
        client.store("a/b%c\u00e4-._~", "v");
        expectDump(target, "metadump all", List.of("key=a%2Fb%25c%E4-._~ exp=.*"));
    }

    @Example
    @Checks("A-DUMP-05")
    void aClassMayBeAskedFor(TextClient client, Target target) {
        client.store("a", "v");
        client.store("b", "v".repeat(100));
        expectDump(target, "metadump 1", List.of("key=a .*"));
        expectDump(target, "metadump 4", List.of("key=b .*"));
        expectDump(target, "metadump 1,4", List.of("key=a .*", "key=b .*"));
    }

    @Example
    @Checks("A-DUMP-06")
    void commandsBeforeItMustBeAnswered(TextClient client) {
        client.expectBytes(
                "VERSION " + client.connection().version() + "\r\nERROR cannot pipeline other commands before metadump",
                "version\r\nlru_crawler metadump all\r\n");
    }

    @Example
    @Checks("A-DUMP-07")
    void onlyWhatThereIsIsListed(TextClient client) {
        client.expect("ERROR", "lru_crawler metadump");
        for (var classes : List.of("x", "0", "64")) {
            client.expect("BADCLASS invalid class id", "lru_crawler metadump " + classes);
        }
    }

    @Example
    @Checks("A-DUMP-08")
    void mgdumpListsKeysAsCommands(TextClient client, Target target) {
        client.store("a", "v");
        client.store("b/c", "v");
        expectLines(target, "mgdump all", List.of("mg a", "mg b/c"), "\r\n", "EN\r\n");
        expectLines(target, "mgdump hash", List.of("mg a", "mg b/c"), "\r\n", "EN\r\n");
    }

    @Example
    @Checks("A-DUMP-09")
    void whatHasGoneIsNotListed(TextClient client, Target target) {
        client.store("expired", 0, -1, "v");
        client.store("deleted", "v");
        client.ask("delete deleted");
        client.store("a", "v");
        expectDump(target, "metadump all", List.of("key=a .*"));
    }

    @Example
    @Checks("A-DUMP-10")
    void withoutTheCrawlerThereIsNone(TextClient client) {
        disableCrawler(client);
        try {
            client.expect("CLIENT_ERROR lru crawler disabled", "lru_crawler metadump all");
            client.expect("CLIENT_ERROR lru crawler disabled", "lru_crawler crawl all");
        } finally {
            client.expect("OK", "lru_crawler enable");
        }
    }

    /** Also waits until its thread has ended, which memcached's answer does not. */
    static void disableCrawler(TextClient client) {
        client.expect("OK", "lru_crawler disable");
        Awaitility.await("the end of the crawler")
                .atMost(Duration.ofSeconds(10))
                .until(() -> client.ask("stats settings").contains("STAT lru_crawler no\r\n"));
    }

    private static void expectDump(Target target, String dump, List<String> items) {
        expectLines(target, dump, items, "\n", "END\r\n");
    }

    /** In any order: that is the server's own. */
    private static void expectLines(Target target, String dump, List<String> items, String lineEnd, String end) {
        var reply = dump(target, dump, end).replaceFirst("^OK\r\n", "");
        var lines = List.of(reply.split(lineEnd));
        boolean all = items.stream()
                .allMatch(item ->
                        lines.stream().filter(line -> line.matches(item)).count() == 1);
        if (!all || !reply.endsWith(end) || lines.size() != items.size() + 1) {
            throw new AssertionError("expected " + items + " and not " + Escapes.escape(reply));
        }
    }

    /** As soon as the crawler has time for it: it also crawls by itself. */
    private static String dump(Target target, String dump, String end) {
        return Awaitility.await("the crawler")
                .atMost(A_WHILE)
                .until(() -> once(target, dump, end), reply -> !reply.startsWith("BUSY "));
    }

    /** On a connection of its own: some versions read nothing that is sent with it. */
    private static String once(Target target, String dump, String end) {
        try (var connection = BareConnection.connect(target.address(), A_WHILE)) {
            connection.send("lru_crawler " + dump + "\r\n");
            var first = connection.receiveLine();
            return first.startsWith("BUSY ") || first.endsWith(end) ? first : first + connection.receiveUntil(end);
        }
    }
}
