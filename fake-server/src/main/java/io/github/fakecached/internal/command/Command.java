package io.github.fakecached.internal.command;

import io.github.fakecached.internal.store.StoreMode;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request, parsed: what a client asks for, whichever protocol it spoke. Arrays in it are not changed by anyone.
 */
public sealed interface Command
        permits AuthenticationCommand,
                DebugCommand,
                MemoryCommand,
                StatisticsCommand,
                Command.WithData,
                Command.Retrieval,
                Command.Keyed,
                Command.FlushAll,
                Command.MetaGet,
                Command.MetaDelete,
                Command.MetaArithmetic,
                Command.Noop,
                Command.Version,
                Command.Verbosity,
                Command.Quit,
                Command.Stats,
                Command.Unpipelined,
                Command.Shutdown,
                Command.ClusterConfiguration,
                Command.RefreshCertificates,
                Command.Invalid,
                Command.HangUp {

    /** Whether the client asked not to be answered. */
    default boolean noreply() {
        return false;
    }

    /** The keys it names, in the order of the request; none, too, if the request is not understood. */
    default List<byte[]> keys() {
        return List.of();
    }

    /** A command that brings a data block with it. */
    sealed interface WithData extends Command
            permits WithValue, AuthenticationCommand.Authenticate, AuthenticationCommand.SignIn {

        /** The key, if there is one, and, once the data block has come, the data behind it. */
        byte[] keyAndValue();

        int keyLength();

        /** How many bytes the data has, or will have. */
        int length();

        /** The same with the data behind the key. */
        WithData withData(byte[] complete);
    }

    /** A command that is about one item, and brings no data block. */
    sealed interface Keyed extends Command permits Touch, Delete, Arithmetic, MetaDebug {

        byte[] key();

        @Override
        default List<byte[]> keys() {
            return List.of(key());
        }
    }

    /** A command whose data block is the value of an item. */
    sealed interface WithValue extends WithData {

        /** The client's flags for the item. */
        int flags();

        @Override
        default List<byte[]> keys() {
            return List.of(Arrays.copyOf(keyAndValue(), keyLength()));
        }

        @Override
        WithValue withData(byte[] complete);
    }

    /**
     * Store an item. While the data block is on its way, {@code keyAndValue} holds the key only.
     *
     * @param length how many bytes the value has, or will have
     * @param unique the cas unique to compare, for mode CAS; in any other mode 0 is for none
     */
    record Storage(
            StoreMode mode,
            byte[] keyAndValue,
            int keyLength,
            int flags,
            long exptime,
            int length,
            long unique,
            boolean noreply)
            implements WithValue {

        @Override
        public Storage withData(byte[] complete) {
            return new Storage(mode, complete, keyLength, flags, exptime, length, unique, noreply);
        }
    }

    /** A command that is answered with the items found, in the order of the keys. */
    sealed interface Retrieval extends Command {

        @Override
        List<byte[]> keys();
    }

    /**
     * Fetch items.
     *
     * @param keyTooLong whether a key followed that is too long, which spoils the reply but not what was done before
     */
    record Get(List<byte[]> keys, boolean withCas, boolean keyTooLong, boolean noreply) implements Retrieval {}

    /** Fetch items and give each another exptime. */
    record GetAndTouch(long exptime, List<byte[]> keys, boolean withCas, boolean keyTooLong) implements Retrieval {}

    /** Give an item another exptime. */
    record Touch(byte[] key, long exptime, boolean noreply) implements Keyed {}

    /**
     * Delete an item.
     *
     * @param unique the cas unique to compare, 0 for none
     * @param logged whether it shows in the log
     */
    record Delete(byte[] key, long unique, boolean logged, boolean noreply) implements Keyed {}

    /**
     * Add to a number, or take from it.
     *
     * @param initial what to store if there is no item; null for nothing
     * @param unique the cas unique to compare, 0 for none
     */
    record Arithmetic(
            byte[] key,
            boolean increment,
            long delta,
            @Nullable Initial initial,
            long unique,
            boolean noreply) implements Keyed {}

    /** The number that an item is made with, unsigned, and its exptime. */
    record Initial(long number, long exptime) {}

    /**
     * Flush all items.
     *
     * @param exptime when, by the rule of an exptime; 0 or less is now, empty is a time that could not be read
     * @param counted whether it shows in the statistics even if it is not allowed
     */
    record FlushAll(OptionalLong exptime, boolean counted, boolean noreply) implements Command {}

    /** Fetch an item, or make one (mg). */
    record MetaGet(MetaKey key, MetaFlags options) implements Command {

        @Override
        public List<byte[]> keys() {
            return List.of(key.bytes());
        }
    }

    /** Store an item (ms). */
    record MetaStore(MetaKey key, StoreMode mode, MetaFlags options, int length, byte[] keyAndValue)
            implements WithValue {

        @Override
        public int keyLength() {
            return key.bytes().length;
        }

        @Override
        public int flags() {
            return (int) options.number('F');
        }

        @Override
        public MetaStore withData(byte[] complete) {
            return new MetaStore(key, mode, options, length, complete);
        }
    }

    /** Delete an item, or mark it as stale (md). */
    record MetaDelete(MetaKey key, MetaFlags options) implements Command {

        @Override
        public List<byte[]> keys() {
            return List.of(key.bytes());
        }
    }

    /** Add to a number, or take from it (ma). */
    record MetaArithmetic(MetaKey key, boolean increment, MetaFlags options) implements Command {

        @Override
        public List<byte[]> keys() {
            return List.of(key.bytes());
        }
    }

    /** Tell what is known of an item (me). */
    record MetaDebug(byte[] key) implements Keyed {}

    /** Answer, and send all answers so far. */
    record Noop() implements Command {}

    /** Say which version this is. */
    record Version() implements Command {}

    /** Set how much the server logs. */
    record Verbosity(long level, boolean noreply) implements Command {}

    /** Close the connection. */
    record Quit() implements Command {}

    /** A command that may not come behind others whose replies are not sent yet. */
    sealed interface Unpipelined extends Command permits Watch, MemoryCommand.Dump {

        /** The same behind such others. */
        Unpipelined pipelined();
    }

    /**
     * Send the log from now on.
     *
     * @param streams which parts of it; null if they could not be read
     * @param behindUnsentReplies whether replies to commands before it in the same packet are not sent yet
     */
    record Watch(@Nullable Set<LogStream> streams, boolean behindUnsentReplies) implements Unpipelined {

        @Override
        public Watch pipelined() {
            return new Watch(streams, true);
        }
    }

    /** Give the general statistics, or those of one kind. */
    record Stats(String kind) implements Command {}

    /**
     * End the server.
     *
     * @param modeIsKnown whether the way in which it is to end, if it was told, is one of memcached's; all are one to a fake
     */
    record Shutdown(boolean modeIsKnown, boolean noreply) implements Command {}

    /** Tell the nodes of the cluster, which is a command of ElastiCache's. */
    record ClusterConfiguration() implements Command {}

    /**
     * Read the server's certificates anew.
     *
     * @param quiet whether to say nothing if that is done; memcached is not silent about errors here
     */
    record RefreshCertificates(boolean quiet) implements Command {}

    /**
     * Not a request that memcached understands: to be answered with its error.
     *
     * @param dataLength the length of the data block behind it, to be skipped, or {@link #NO_DATA} or {@link #OUT_OF_STEP}
     */
    record Invalid(CommandError error, boolean noreply, int dataLength) implements Command {

        /** Where the next request begins cannot be told; so the answer is the last. */
        public static final int OUT_OF_STEP = -2;

        /** There is no data block; what follows is the next line. */
        public static final int NO_DATA = -1;

        public Invalid(CommandError error, boolean noreply) {
            this(error, noreply, NO_DATA);
        }
    }

    /** A line that is answered by closing the connection, because an HTTP client seems to be at the other end. */
    record HangUp() implements Command {}
}
