package io.github.fakecached.conformance.lockstep;

import io.github.fakecached.conformance.wire.Dialect;

/** All that two servers hold when a conversation is over: each item with all that memcached tells of it, and the counters. */
final class WholeState {

    private WholeState() {}

    static void compare(Both both) {
        for (var key : Keys.all()) {
            var written = Keys.written(key);
            var debug = written.flag().isEmpty() ? "me " + written.word() + "\r\n" : "";
            both.send(Dialect.META, debug + "mg " + written.word() + written.flag() + " k f t c s h l v\r\n");
        }
        both.send(Dialect.TEXT, "stats\r\n");
    }
}
