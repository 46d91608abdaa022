package io.github.fakecached.conformance.property;

import static io.github.fakecached.conformance.wire.BinaryMessage.request;

import io.github.fakecached.conformance.rule.Checks;
import io.github.fakecached.conformance.target.SaslUsers;
import io.github.fakecached.conformance.target.Startup;
import io.github.fakecached.conformance.target.Target;
import io.github.fakecached.conformance.wire.BinaryMessage;
import java.util.List;
import net.jqwik.api.Example;

/** A server to which clients sign in by SASL. The client that properties are given has done so; others have not. */
@StartedWith(Startup.SASL_USER)
class SaslProperties extends BinaryRules {

    private static final String AUTHENTICATED = "Authenticated";
    private static final String TOKEN = "\0" + SaslUsers.USER + "\0" + SaslUsers.PASSWORD;
    private static final BinaryMessage RIGHT = request(SASL_AUTH, "", "PLAIN", TOKEN);
    private static final BinaryMessage WRONG = request(SASL_AUTH, "", "PLAIN", TOKEN + "x");

    @Example
    @Checks("B-SASL-02")
    void versionAndMechanismsAreToldBeforeSigningIn(Target target) {
        try (var visitor = new UnsignedClient(target)) {
            visitor.expect(Status.SUCCESS, target.version().toString(), bare(VERSION));
            var mechanisms = visitor.ask(bare(SASL_LIST_MECHS));
            if (mechanisms.status() != Status.SUCCESS.code
                    || !List.of(mechanisms.body().split(" ")).contains("PLAIN")) {
                throw new AssertionError("expected PLAIN among " + mechanisms.body());
            }
        }
    }

    @Example
    @Checks("B-SASL-03")
    void nothingElseIsServedBeforeSigningIn(BinaryClient client, Target target) {
        for (var request : List.of(
                keyed(GET, "k"),
                keyed(GETQ, "k"),
                store(SET, "k", 0, 0, "v"),
                store(SETQ, "k", 0, 0, "v"),
                keyed(DELETE, "k"),
                bare(FLUSH),
                bare(NOOP),
                bare(STAT),
                bare(QUIT),
                bare(0x42))) {
            try (var visitor = new UnsignedClient(target)) {
                visitor.expectRefusalAndClose(request);
            }
        }
        client.expect(Status.NOT_FOUND, keyed(GET, "k"));
    }

    @Example
    @Checks({"B-SASL-04", "B-SASL-10"})
    void aUserWithTheRightPasswordIsServed(BinaryClient client, Target target) {
        client.expect(Status.SUCCESS, store(SET, "k", 0, 0, "v"));
        try (var visitor = new UnsignedClient(target);
                var another = new UnsignedClient(target)) {
            visitor.expect(Status.SUCCESS, AUTHENTICATED, RIGHT);
            visitor.expect(Status.SUCCESS, "\0\0\0\0v", keyed(GET, "k"));
            visitor.expect(Status.SUCCESS, bare(NOOP));
            another.expectRefusalAndClose(keyed(GET, "k"));
        }
    }

    @Example
    @Checks("B-SASL-05")
    void aWrongUserOrPasswordMayBeTriedAgain(Target target) {
        try (var visitor = new UnsignedClient(target)) {
            visitor.expect(Status.REFUSED, WRONG);
            visitor.expect(Status.REFUSED, request(SASL_AUTH, "", "PLAIN", "\0nobody@example.com\0secret"));
            visitor.expect(Status.REFUSED, request(SASL_AUTH, "", "PLAIN", "no zero byte"));
            visitor.expect(Status.REFUSED, request(SASL_AUTH, "", "PLAIN", "bob" + TOKEN));
            visitor.expect(Status.SUCCESS, AUTHENTICATED, RIGHT);
            visitor.expect(Status.SUCCESS, bare(NOOP));
        }
    }

    @Example
    @Checks("B-SASL-06")
    void aMechanismThatThereIsNotAndAStepBeforeTheFirstAreRefused(Target target) {
        try (var visitor = new UnsignedClient(target)) {
            visitor.expect(Status.REFUSED, request(SASL_AUTH, "", "NONE", TOKEN));
            visitor.expect(Status.REFUSED, request(SASL_STEP, "", "PLAIN", TOKEN));
            visitor.expect(Status.INVALID, request(SASL_AUTH, "", "P".repeat(33), TOKEN));
            visitor.expect(Status.SUCCESS, AUTHENTICATED, request(SASL_AUTH, "", "plain", TOKEN));
        }
    }

    @Example
    @Checks("B-SASL-07")
    void whoStartsWithNothingIsToldToGoOn(Target target) {
        try (var visitor = new UnsignedClient(target)) {
            visitor.expect(Status.CONTINUE, request(SASL_AUTH, "", "PLAIN", ""));
            visitor.expect(Status.SUCCESS, AUTHENTICATED, request(SASL_STEP, "", "PLAIN", TOKEN));
            visitor.expect(Status.SUCCESS, bare(NOOP));
        }
    }

    @Example
    @Checks("B-SASL-08")
    void whoSignsInAgainIsSignedOut(Target target) {
        for (var second : List.of(RIGHT, WRONG)) {
            try (var visitor = new UnsignedClient(target)) {
                visitor.expect(Status.SUCCESS, AUTHENTICATED, RIGHT);
                visitor.expect(Status.REFUSED, second);
                visitor.expectRefusalAndClose(bare(NOOP));
            }
        }
    }

    @Example
    @Checks("B-SASL-09")
    void signingInIsCounted(BinaryClient client, Target target) {
        long attempts = statistic(client, "auth_cmds");
        long failures = statistic(client, "auth_errors");
        try (var visitor = new UnsignedClient(target)) {
            visitor.expect(Status.REFUSED, WRONG);
            visitor.expect(Status.CONTINUE, request(SASL_AUTH, "", "PLAIN", ""));
            visitor.expect(Status.SUCCESS, AUTHENTICATED, request(SASL_STEP, "", "PLAIN", TOKEN));
        }
        attempts = statistic(client, "auth_cmds") - attempts;
        failures = statistic(client, "auth_errors") - failures;
        if (attempts != 2 || failures != 1) {
            throw new AssertionError(attempts + " attempts and " + failures + " failures were counted");
        }
    }

    @Example
    @Checks("B-SASL-11")
    void textIsNotSpoken(Target target) {
        try (var visitor = new UnsignedClient(target)) {
            visitor.expectClose("get a-key-as-long-as-a-head\r\n");
        }
    }

    private static long statistic(BinaryClient client, String name) {
        return client.ask(bare(STAT)).stream()
                .filter(answer -> answer.key().equals(name))
                .mapToLong(answer -> Long.parseLong(answer.value()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("stat does not tell " + name));
    }
}
