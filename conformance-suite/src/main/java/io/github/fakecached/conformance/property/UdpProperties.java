package io.github.fakecached.conformance.property;

import static io.github.fakecached.conformance.wire.Datagram.request;

import io.github.fakecached.conformance.rule.Checks;
import io.github.fakecached.conformance.target.Startup;
import io.github.fakecached.conformance.target.Target;
import io.github.fakecached.conformance.wire.Datagram;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** A server that takes datagrams too. The clients that properties are given use TCP. */
@StartedWith(Startup.UDP)
class UdpProperties extends BinaryRules {

    @Property
    @Checks("A-UDP-01")
    void aTextRequestIsAnsweredWithItsId(
            Target target, TextClient client, @ForAll @IntRange(max = 0xffff) int id, @ForAll("flags") long flags) {
        try (var udp = new UdpClient(target)) {
            udp.expect("STORED\r\n", request(id, "set k " + flags + " 0 1\r\nv\r\n"));
            client.expectItem("k", flags, "v");
            udp.expect("VALUE k " + flags + " 1\r\nv\r\nEND\r\n", request(id, "get k\r\n"));
            udp.expect("ERROR\r\n", request(id, "nonsense\r\n"));
        }
    }

    @Property
    @Checks("A-UDP-02")
    void aLongAnswerIsSeveralNumberedDatagrams(
            Target target, TextClient client, @ForAll @IntRange(min = 1300, max = 6000) int length) {
        var value = "v".repeat(length);
        client.store("k", value);
        try (var udp = new UdpClient(target)) {
            udp.expect("VALUE k 0 " + length + "\r\n" + value + "\r\nEND\r\n", request(7, "get k\r\n"));
            var answer = udp.ask(request(8, keyed(GET, "k").bytes()));
            if (!answer.endsWith(value) || answer.length() != 24 + 4 + length) {
                throw new AssertionError("expected the value of " + length + " bytes");
            }
        }
    }

    @Example
    @Checks("A-UDP-03")
    void severalCommandsAreAnsweredEachForItself(Target target, TextClient client) {
        client.store("k", "v");
        try (var udp = new UdpClient(target)) {
            udp.expect("VERSION " + target.version() + "\r\n", request(3, "version\r\nget k\r\nget none\r\n"));
            udp.expectNext("VALUE k 0 1\r\nv\r\nEND\r\n", 3);
            udp.expectNext("END\r\n", 3);
        }
    }

    @Example
    @Checks("A-UDP-04")
    void eachItemOfAGetIsAnsweredForItself(Target target, TextClient client) {
        var large = "l".repeat(3000);
        client.store("k", "v");
        client.store("large", large);
        try (var udp = new UdpClient(target)) {
            udp.expect("VALUE k 0 1\r\nv\r\n", request(4, "get k none large k\r\n"));
            udp.expectNext("VALUE large 0 3000\r\n" + large + "\r\n", 4);
            udp.expectNext("VALUE k 0 1\r\nv\r\nEND\r\n", 4);
        }
    }

    @Example
    @Checks("A-UDP-05")
    void whatIsNoWholeRequestIsDropped(Target target, TextClient client) {
        client.store("k", "v");
        try (var udp = new UdpClient(target)) {
            for (var datagram : List.of(
                    new Datagram(1, 0, 2, 0, "delete k\r\n").bytes(),
                    new Datagram(1, 0, 0, 0, "delete k\r\n").bytes(),
                    request(1, "delete k").bytes(),
                    request(1, "").bytes(),
                    "\0\1\0",
                    "")) {
                udp.send(datagram);
                udp.expect("END\r\n", request(2, "get none\r\n"));
            }
        }
        client.expectItem("k", 0, "v");
    }

    @Example
    @Checks("A-UDP-06")
    void numberAndReservedBytesOfARequestAreNotLookedAt(Target target) {
        try (var udp = new UdpClient(target)) {
            udp.expect("END\r\n", new Datagram(6, 9, 1, 77, "get none\r\n"));
        }
    }

    @Example
    @Checks("A-UDP-07")
    void whatNoreplyMutesIsNoDatagram(Target target, TextClient client) {
        try (var udp = new UdpClient(target)) {
            udp.expect("END\r\n", request(1, "set k 0 0 1 noreply\r\nv\r\nget none\r\n"));
        }
        client.expectItem("k", 0, "v");
    }

    @Example
    @Checks("A-UDP-08")
    void binaryRequestsAreServedToo(Target target, TextClient client) {
        try (var udp = new UdpClient(target)) {
            udp.ask(request(5, store(SET, "k", 7, 0, "v").bytes()));
            client.expectItem("k", 7, "v");
            var miss = udp.ask(request(6, keyed(GET, "none").bytes()));
            if (!miss.startsWith("\u0081") || !miss.endsWith("Not found")) {
                throw new AssertionError("a miss was answered " + miss);
            }
        }
    }

    @Example
    @Checks("A-UDP-09")
    void whatIsNotAnsweredQuietlyIsAHeadAlone(Target target, TextClient client) {
        try (var udp = new UdpClient(target)) {
            udp.expectHeadAlone(request(5, store(SETQ, "k", 7, 0, "v").bytes()));
            client.expectItem("k", 7, "v");
            udp.expectHeadAlone(request(6, keyed(GETQ, "none").bytes()));
        }
    }
}
