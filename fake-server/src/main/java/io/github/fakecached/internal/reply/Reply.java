package io.github.fakecached.internal.reply;

import io.github.fakecached.internal.command.CommandError;
import io.github.fakecached.internal.command.LogStream;
import java.util.List;
import java.util.Set;

/** What a command came to, before an encoder gives it the form of a protocol. */
public sealed interface Reply
        permits MetaReply,
                Reply.Status,
                Reply.Values,
                Reply.Numeric,
                Reply.Statistics,
                Reply.Version,
                Reply.Mechanisms,
                Reply.Challenge,
                Reply.Authenticated,
                Reply.Failure,
                Reply.Lines,
                Reply.Refused,
                Reply.BadCertificates,
                Reply.ShutDown,
                Reply.Watching,
                Reply.ItemReport,
                Reply.Missing,
                Reply.Noop,
                Reply.Silence,
                Reply.Told,
                Reply.Unexecuted,
                Reply.Close,
                Reply.Abort {

    /**
     * An outcome without data.
     *
     * @param cas the cas unique of the item stored, or 0
     */
    record Status(Outcome outcome, long cas) implements Reply {}

    /** Why the server's certificates could not be read anew, in memcached's words. */
    record BadCertificates(String line) implements Reply {}

    /** The items that a retrieval found. */
    record Values(List<Value> values, boolean withCas) implements Reply {}

    /**
     * The number that an {@code incr} or {@code decr} came to, unsigned.
     *
     * @param cas the cas unique of the item that has it
     */
    record Numeric(long number, long cas) implements Reply {}

    /**
     * Statistics, in order.
     *
     * @param ended whether their end is told, which text forgets with some
     */
    record Statistics(List<Statistic> statistics, boolean ended) implements Reply {

        public Statistics(List<Statistic> statistics) {
            this(statistics, true);
        }
    }

    /**
     * Lines that only text has.
     *
     * @param lines without their ends
     * @param lineEnd what ends each of them
     * @param last what comes behind them, with its end
     */
    record Lines(List<String> lines, String lineEnd, String last) implements Reply {}

    /** The server's version. */
    record Version(String number) implements Reply {}

    /** The client will be sent these parts of the log from now on, and nothing else. */
    record Watching(Set<LogStream> streams) implements Reply {}

    /** The mechanisms of SASL, with spaces between. */
    record Mechanisms(String names) implements Reply {}

    /** What a mechanism of SASL wants answered before the client is signed in. */
    record Challenge(byte[] challenge) implements Reply {}

    /** The client is signed in by SASL. */
    record Authenticated() implements Reply {}

    /** A request that could not be understood. */
    record Failure(CommandError error) implements Reply {}

    /** A command that only text knows was understood, and not obeyed. */
    record Refused(Refusal refusal) implements Reply {}

    /** Nothing is said, and the server is to end, all connections with it. */
    record ShutDown() implements Reply {}

    /** What is known of an item: its own words, for me. */
    record ItemReport(byte[] key, boolean binaryKey, String report) implements Reply {}

    /** The item that a meta command asked about is not there. */
    record Missing() implements Reply {}

    /** The answer to a no-op, which is sent at once with all that is pending. */
    record Noop() implements Reply {}

    /**
     * Nothing is said, because the client wanted to hear of this outcome only if it were another.
     *
     * @param muted what would have been said
     */
    record Silence(Reply muted) implements Reply {}

    /**
     * What a client is told because a test wants it so, whatever its command came to.
     *
     * @param line what it is told in the text protocol, without an end of line
     */
    record Told(String line) implements Reply {}

    /** Nothing is said: the command was not carried out because a test wants it so. */
    record Unexecuted() implements Reply {}

    /** Nothing is said, and the connection is closed once everything before is sent. */
    record Close() implements Reply {}

    /** Nothing is said, not even what is not sent yet, and the connection is closed. */
    record Abort() implements Reply {}

    /**
     * One item found.
     *
     * @param keyAndValue key and value in one array that nobody changes
     * @param flags the client's flags, unsigned
     */
    record Value(byte[] keyAndValue, int keyLength, int flags, long cas) {}

    /** One line of statistics. */
    record Statistic(String name, String value) {}
}
