package io.github.fakecached.conformance.wire;

import static io.github.fakecached.conformance.wire.BinaryMessage.number;

/**
 * What memcached sends and receives over UDP: a head of eight bytes, and data.
 *
 * @param id the request's own, which its answer repeats
 * @param sequence which datagram of a message this is, from 0 on
 * @param total of how many datagrams the message is
 * @param reserved 0 in what clients should send
 * @param data one character for each byte
 */
public record Datagram(int id, int sequence, int total, int reserved, String data) {

    /** Bytes before the data. */
    static final int HEAD = 8;

    /** A request, which is always one datagram. */
    public static Datagram request(int id, String data) {
        return new Datagram(id, 0, 1, 0, data);
    }

    /** One that has come. */
    static Datagram of(String bytes) {
        if (bytes.length() < HEAD) {
            throw new NoReply("a datagram has no whole head: " + Escapes.escape(bytes));
        }
        return new Datagram(
                (int) number(bytes.substring(0, 2)),
                (int) number(bytes.substring(2, 4)),
                (int) number(bytes.substring(4, 6)),
                (int) number(bytes.substring(6, HEAD)),
                bytes.substring(HEAD));
    }

    /** Head and data. */
    public String bytes() {
        return number(id, 2) + number(sequence, 2) + number(total, 2) + number(reserved, 2) + data;
    }

    @Override
    public String toString() {
        return id + " " + sequence + "/" + total + " " + Escapes.escape(data);
    }
}
