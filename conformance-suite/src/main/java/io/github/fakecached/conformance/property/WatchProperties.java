package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.rule.Checks;
import io.github.fakecached.conformance.target.Target;
import java.util.List;
import net.jqwik.api.Example;

/** What watchers of the log are told. */
class WatchProperties extends TextRules {

    @Example
    @Checks({"A-WATCH-01", "A-WATCH-05"})
    void watchersAreTold(TextClient client, Target target) {
        try (var watcher = new Watcher(target, "fetchers mutations")) {
            client.store("watched", "v");
            watcher.await("type=item_store key=watched status=stored cmd=set ttl=0 clsid=1 cfd=\\d+( size=\\d+)?\n");
            client.ask("get watched missing");
            watcher.await("type=item_get key=watched status=found clsid=1 cfd=\\d+( size=\\d+)?\n");
            watcher.await("type=item_get key=missing status=not_found clsid=0 cfd=\\d+( size=\\d+)?\n");
        }
    }

    @Example
    @Checks("A-WATCH-02")
    void onlyWhatThereIsCanBeWatched(TextClient client) {
        client.expect("ERROR", "watch nothing");
        client.expect("ERROR", "watch fetchers nothing");
    }

    @Example
    @Checks("A-WATCH-03")
    void fetchesAreWatchedWithoutAWord(TextClient client, Target target) {
        try (var watcher = new Watcher(target, "")) {
            client.store("watched", "v");
            client.ask("get watched");
            watcher.await("type=item_get key=watched status=found ");
            if (watcher.log().contains("item_store")) {
                throw new AssertionError("stores are watched too:\n" + watcher.log());
            }
        }
    }

    @Example
    @Checks("A-WATCH-04")
    void whatAWatcherSendsIsNotRead(TextClient client, Target target) {
        client.store("k", "v");
        try (var watcher = new Watcher(target, "fetchers")) {
            watcher.send("delete k\r\nversion\r\n");
            client.ask("get k");
            watcher.await("type=item_get key=k status=found ");
            client.expectItem("k", 0, "v");
            if (watcher.log().contains("VERSION")) {
                throw new AssertionError("a watcher is answered:\n" + watcher.log());
            }
        }
    }

    @Example
    @Checks("A-WATCH-06")
    void storesAreToldWithWhatCameOfThem(TextClient client, Target target) {
        client.store("k", "v");
        var unique = client.unique("k");
        try (var watcher = new Watcher(target, "mutations")) {
            client.ask("add k 0 0 1", "v");
            watcher.await("type=item_store key=k status=not_stored cmd=add ");
            client.ask("replace missing 0 0 1", "v");
            watcher.await("type=item_store key=missing status=not_stored cmd=replace ");
            for (var command : List.of("replace", "append", "prepend")) {
                client.ask(command + " k 0 100 1", "v");
                watcher.await("type=item_store key=k status=stored cmd=" + command + " ttl=");
            }
            client.ask("cas k 0 0 1 " + unique, "v");
            watcher.await("type=item_store key=k status=exists cmd=cas ");
            client.ask("cas missing 0 0 1 1", "v");
            watcher.await("type=item_store key=missing status=not_found cmd=cas ");
        }
    }

    @Example
    @Checks("A-WATCH-07")
    void timesAreSecondsThatAreLeft(TextClient client, Target target) {
        try (var watcher = new Watcher(target, "mutations")) {
            client.store("k", 0, 1000, "v");
            watcher.await("type=item_store key=k status=stored cmd=set ttl=1000 ");
        }
    }

    @Example
    @Checks("A-WATCH-15")
    void sizesAreThoseOfValues(TextClient client, Target target) {
        try (var watcher = new Watcher(target, "mutations fetchers")) {
            client.store("k", "v".repeat(30));
            watcher.await("type=item_store key=k status=stored cmd=set ttl=0 clsid=1 cfd=\\d+ size=30\n");
            client.ask("append k 0 0 1", "v");
            watcher.await("type=item_store key=k status=stored cmd=append ttl=0 clsid=1 cfd=\\d+ size=31\n");
            client.ask("get k");
            watcher.await("type=item_get key=k status=found clsid=1 cfd=\\d+ size=31\n");
        }
    }

    @Example
    @Checks("A-WATCH-08")
    void connectionsAreToldSince1611(TextClient client, Target target) {
        client.ask("version");
        try (var watcher = new Watcher(target, "connevents")) {
            target.connect().close();
            watcher.await("type=conn_new rip=\\S+ rport=\\d+ transport=tcp6? cfd=\\d+\n");
            watcher.await("type=conn_close rip=\\S+ rport=\\d+ transport=tcp6? reason=normal cfd=\\d+\n");
        }
    }

    @Example
    @Checks("A-WATCH-09")
    void deletionsAreToldSince1620(TextClient client, Target target) {
        client.store("k", "v");
        try (var watcher = new Watcher(target, "deletions")) {
            client.ask("delete missing");
            client.ask("delete k");
            watcher.await("type=deleted key=k cmd=delete clsid=1 size=1\n");
            client.store("k", "v");
            client.ask("md k");
            watcher.await("type=deleted key=k cmd=md clsid=1 size=1\n");
            if (watcher.log().contains("missing")) {
                throw new AssertionError("a deletion of nothing is told:\n" + watcher.log());
            }
        }
    }

    @Example
    @Checks("A-WATCH-10")
    void commandsBeforeItMustBeAnswered(TextClient client) {
        for (var line : List.of("watch", "watch fetchers", "watch nothing")) {
            client.expectBytes(
                    "VERSION " + client.connection().version()
                            + "\r\nERROR cannot pipeline other commands before watch",
                    "version\r\n" + line + "\r\n");
        }
    }

    @Example
    @Checks("A-WATCH-11")
    void linesHaveATimeAndANumberAndEndInLineFeed(TextClient client, Target target) {
        try (var watcher = new Watcher(target, "fetchers mutations")) {
            client.store("k", "v");
            client.ask("get k");
            watcher.await("type=item_get key=k status=found [^\n]*\n");
            var lines = watcher.log().substring("OK\r\n".length());
            if (!lines.matches("(ts=\\d+\\.\\d+ gid=\\d+ type=[^\r\n]*\n)+")) {
                throw new AssertionError("the log is:\n" + lines);
            }
        }
    }

    @Example
    @Checks("A-WATCH-12")
    void keysAreUriEncoded(TextClient client, Target target) {
        try (var watcher = new Watcher(target, "fetchers")) {
            client.ask("get a/b%c\u00e4-._~");
            watcher.await("key=a%2Fb%25c%E4-._~ status=not_found ");
        }
    }

    @Example
    @Checks("A-WATCH-13")
    void watchersAreCounted(TextClient client, Target target) {
        long before = Stats.of(client).get("log_watchers");
        try (var first = new Watcher(target, "fetchers");
                var second = new Watcher(target, "mutations")) {
            long more = Stats.of(client).get("log_watchers") - before;
            // Those that other properties have closed may be counted until something is to be told.
            if (more > 2 || more < 1) {
                throw new AssertionError("of 2 watchers " + more + " are counted: " + first.log() + second.log());
            }
        }
    }

    @Example
    @Checks("A-WATCH-14")
    void whatWasFlushedOrExpiredIsTold(TextClient client, Target target) {
        try (var watcher = new Watcher(target, "fetchers")) {
            client.store("k", 0, -1, "v");
            client.ask("get k");
            watcher.await("type=item_get key=k status=expired ");
        }
    }
}
