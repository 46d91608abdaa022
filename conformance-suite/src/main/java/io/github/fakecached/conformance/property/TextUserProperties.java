package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.rule.Checks;
import io.github.fakecached.conformance.target.Startup;
import io.github.fakecached.conformance.target.Target;
import io.github.fakecached.conformance.wire.BareConnection;
import io.github.fakecached.conformance.wire.Escapes;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Example;

/** A server to which clients sign in with text. The client that properties are given has done so; others have not. */
@StartedWith(Startup.TEXT_USER)
class TextUserProperties extends TextRules {

    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final String UNAUTHENTICATED = "CLIENT_ERROR unauthenticated\r\n";
    private static final String FAILURE = "CLIENT_ERROR authentication failure\r\n";
    private static final String TOKEN = "set k 0 0 13\r\nuser password\r\n";

    @Example
    @Checks("A-AUTH-01")
    void nothingIsServedBeforeSigningIn(Target target) {
        for (var line : List.of("version", "get key", "gets key", "stats", "verbosity 1", "flush_all", "delete key")) {
            expect(target, line + "\r\n", UNAUTHENTICATED);
        }
        expect(target, "add k 0 0 13\r\n", UNAUTHENTICATED);
    }

    @Example
    @Checks({"A-AUTH-02", "A-AUTH-08"})
    void aSetWithUserAndPasswordSignsIn(TextClient client, Target target) {
        client.ask("delete k");
        try (var connection = BareConnection.connect(target.address(), LIMIT)) {
            expect(connection, TOKEN, "STORED\r\n");
            expect(connection, "get k\r\n", "END\r\n");
            expect(target, "get k\r\n", UNAUTHENTICATED);
        }
        client.expectNone("k");
    }

    @Example
    @Checks("A-AUTH-03")
    void aWrongPasswordMayBeTriedAgain(Target target) {
        try (var connection = BareConnection.connect(target.address(), LIMIT)) {
            expect(connection, "set k 0 0 13\r\nuser passworx\r\n", FAILURE);
            expect(connection, "set k 0 0 13\r\nuzer password\r\n", FAILURE);
            expect(connection, "set k 0 0 9\r\nuser pass\r\n", FAILURE);
            expect(connection, "get k\r\n", UNAUTHENTICATED);
            expect(connection, TOKEN, "STORED\r\n");
            expect(connection, "get missing\r\n", "END\r\n");
        }
    }

    @Example
    @Checks({"A-AUTH-04", "A-AUTH-05"})
    void aTokenHasAFormAndAnEnd(Target target) {
        expect(target, "set k 0 0 5\r\nabcde\r\n", "CLIENT_ERROR bad authentication token format\r\n");
        expect(target, "set k 0 0 12\r\nuser password\r\n", "CLIENT_ERROR bad command line termination\r\n");
    }

    @Example
    @Checks("A-AUTH-06")
    void noreplyDoesNotMuteIt(Target target) {
        expect(target, "set k 0 0 13 noreply\r\nuser password\r\n", "STORED\r\n");
    }

    @Example
    @Checks("A-AUTH-07")
    void whoeverSignedInStaysSo(TextClient client) {
        client.store("k", 7, 0, "user passworx");
        client.expectItem("k", 7, "user passworx");
        client.store("k", 8, 0, "v");
        client.expectItem("k", 8, "v");
    }

    @Example
    @Checks("A-AUTH-09")
    void aTokenIsNoLongerThan16384BytesSince1640(Target target) {
        expect(target, "set k 0 0 16385\r\n", "CLIENT_ERROR auth token too long\r\n");
    }

    @Example
    @Checks("A-AUTH-10")
    void signingInIsCounted(TextClient client, Target target) {
        var before = Stats.of(client);
        expect(target, TOKEN, "STORED\r\n");
        expect(target, "set k 0 0 13\r\nuser passworx\r\n", FAILURE);
        var after = Stats.of(client);
        for (var counted : List.of("auth_cmds 2", "auth_errors 1")) {
            var name = counted.substring(0, counted.length() - 2);
            long more = after.get(name) - before.get(name);
            if (!counted.equals(name + " " + more)) {
                throw new AssertionError(name + " went up by " + more);
            }
        }
    }

    @Example
    @Checks("A-AUTH-11")
    void thePasswordEndsWithTheDataSince1640(TextClient client, Target target) {
        expect(target, "set k 0 0 17\r\nuser password xyz\r\n", client.hasNewParser() ? FAILURE : "STORED\r\n");
    }

    @Example
    @Checks("A-AUTH-12")
    void aShortLineClosesSince1640(Target target) {
        for (var line : List.of("mn\r\n", "quit\r\n", "x\r\n")) {
            expect(target, line, target.version().hasNewParser() ? "" : UNAUTHENTICATED);
        }
    }

    private static void expect(Target target, String bytes, String reply) {
        try (var connection = BareConnection.connect(target.address(), LIMIT)) {
            expect(connection, bytes, reply);
        }
    }

    /** No reply at all is the connection closed. */
    private static void expect(BareConnection connection, String bytes, String reply) {
        connection.send(bytes);
        var actual = connection.receiveLine();
        if (!actual.equals(reply) || (reply.isEmpty() && !connection.closed())) {
            throw new AssertionError(Escapes.escape(bytes) + " was answered " + Escapes.escape(actual) + " and not "
                    + Escapes.escape(reply));
        }
    }
}
