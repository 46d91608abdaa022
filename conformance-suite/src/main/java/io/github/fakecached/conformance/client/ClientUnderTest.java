package io.github.fakecached.conformance.client;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The client to be tested, as the kit calls it: a few lines for each operation that say what the client told its caller. An
 * exception of any kind means that the client reported a failure; let it through, and do not make a miss of it.
 *
 * <p>What only {@code default} methods do is asked for where {@link ClientCapabilities} do not leave it out. Methods are called by
 * several threads at once. They wait for the answer; how long, the client itself has to see to, by {@link Endpoint#timeout()}.
 *
 * <pre>{@code
 * final class MyClientUnderTest implements ClientUnderTest {
 *     private final MyClient client;
 *
 *     MyClientUnderTest(Endpoint endpoint) throws IOException {
 *         client = new MyClient(endpoint.host(), endpoint.port(), endpoint.timeout());
 *     }
 *
 *     public byte[] get(String key) throws IOException {
 *         return client.get(key);
 *     }
 *     ...
 * }
 * }</pre>
 */
public interface ClientUnderTest {

    /**
     * Fetches an item.
     *
     * @param key what the caller gave, which may be no good key
     * @return its value, or null if there is none
     * @throws Exception if the client reports a failure
     */
    byte @Nullable [] get(String key) throws Exception;

    /**
     * Stores an item with flags 0.
     *
     * @param key what the caller gave
     * @param value any bytes, also none
     * @param exptime as the protocol has it: 0 for ever, up to 2592000 seconds from now, else a time in UNIX seconds
     * @return whether it was stored
     * @throws Exception if the client reports a failure
     */
    boolean set(String key, byte[] value, int exptime) throws Exception;

    /**
     * Deletes an item.
     *
     * @param key the key
     * @return false if there was none
     * @throws Exception if the client reports a failure
     */
    boolean delete(String key) throws Exception;

    /**
     * Fetches several items by one call, as the client does that best: {@link ClientFeature#MULTIGET}.
     *
     * @param keys the keys, of which some may be there twice
     * @return the values of those that were found, by key
     * @throws Exception if the client reports a failure
     */
    default Map<String, byte[]> getAll(List<String> keys) throws Exception {
        throw ClientFeature.MULTIGET.notImplemented("getAll");
    }

    /**
     * Stores an item with flags: {@link ClientFeature#FLAGS}.
     *
     * @param key the key
     * @param value the value
     * @param exptime as for {@link #set}
     * @param flags 0 to 4294967295
     * @return whether it was stored
     * @throws Exception if the client reports a failure
     */
    default boolean setWithFlags(String key, byte[] value, int exptime, long flags) throws Exception {
        throw ClientFeature.FLAGS.notImplemented("setWithFlags");
    }

    /**
     * Fetches an item with its flags: {@link ClientFeature#FLAGS}.
     *
     * @param key the key
     * @return the flags as an unsigned number, or nothing if there is no such item
     * @throws Exception if the client reports a failure
     */
    default OptionalLong getFlags(String key) throws Exception {
        throw ClientFeature.FLAGS.notImplemented("getFlags");
    }

    /**
     * Fetches an item with its cas unique: {@link ClientFeature#CAS}.
     *
     * @param key the key
     * @return value and unique, or null if there is no such item
     * @throws Exception if the client reports a failure
     */
    default @Nullable ValueWithCas gets(String key) throws Exception {
        throw ClientFeature.CAS.notImplemented("gets");
    }

    /**
     * Stores an item if it has this cas unique still: {@link ClientFeature#CAS}.
     *
     * @param key the key
     * @param value the new value
     * @param exptime as for {@link #set}
     * @param casUnique what {@link #gets} told, an unsigned number of 64 bits
     * @return what came of it
     * @throws Exception if the client reports a failure
     */
    default CasResult cas(String key, byte[] value, int exptime, long casUnique) throws Exception {
        throw ClientFeature.CAS.notImplemented("cas");
    }

    /**
     * Stores an item where there is none: {@link ClientFeature#ADD}.
     *
     * @param key the key
     * @param value the value
     * @param exptime as for {@link #set}
     * @return false if there is one
     * @throws Exception if the client reports a failure
     */
    default boolean add(String key, byte[] value, int exptime) throws Exception {
        throw ClientFeature.ADD.notImplemented("add");
    }

    /**
     * Stores an item where there is one: {@link ClientFeature#REPLACE}.
     *
     * @param key the key
     * @param value the new value
     * @param exptime as for {@link #set}
     * @return false if there is none
     * @throws Exception if the client reports a failure
     */
    default boolean replace(String key, byte[] value, int exptime) throws Exception {
        throw ClientFeature.REPLACE.notImplemented("replace");
    }

    /**
     * Adds to the end of a value: {@link ClientFeature#APPEND}.
     *
     * @param key the key
     * @param value what to add
     * @return false if there is no such item
     * @throws Exception if the client reports a failure
     */
    default boolean append(String key, byte[] value) throws Exception {
        throw ClientFeature.APPEND.notImplemented("append");
    }

    /**
     * Adds to the beginning of a value: {@link ClientFeature#APPEND}.
     *
     * @param key the key
     * @param value what to add
     * @return false if there is no such item
     * @throws Exception if the client reports a failure
     */
    default boolean prepend(String key, byte[] value) throws Exception {
        throw ClientFeature.APPEND.notImplemented("prepend");
    }

    /**
     * Adds to a number that is there; none is made: {@link ClientFeature#INCR}.
     *
     * @param key the key
     * @param delta an unsigned number of 64 bits
     * @return the new number, unsigned, or nothing if there is no such item
     * @throws Exception if the client reports a failure
     */
    default OptionalLong incr(String key, long delta) throws Exception {
        throw ClientFeature.INCR.notImplemented("incr");
    }

    /**
     * Takes from a number that is there; none is made: {@link ClientFeature#INCR}.
     *
     * @param key the key
     * @param delta an unsigned number of 64 bits
     * @return the new number, unsigned, or nothing if there is no such item
     * @throws Exception if the client reports a failure
     */
    default OptionalLong decr(String key, long delta) throws Exception {
        throw ClientFeature.INCR.notImplemented("decr");
    }

    /**
     * Gives an item another time: {@link ClientFeature#TOUCH}.
     *
     * @param key the key
     * @param exptime as for {@link #set}
     * @return false if there is no such item
     * @throws Exception if the client reports a failure
     */
    default boolean touch(String key, int exptime) throws Exception {
        throw ClientFeature.TOUCH.notImplemented("touch");
    }

    /**
     * Fetches an item and gives it another time: {@link ClientFeature#GET_AND_TOUCH}.
     *
     * @param key the key
     * @param exptime as for {@link #set}
     * @return its value, or null if there is none
     * @throws Exception if the client reports a failure
     */
    default byte @Nullable [] getAndTouch(String key, int exptime) throws Exception {
        throw ClientFeature.GET_AND_TOUCH.notImplemented("getAndTouch");
    }

    /**
     * Deletes everything: {@link ClientFeature#FLUSH_ALL}.
     *
     * @throws Exception if the client reports a failure
     */
    default void flushAll() throws Exception {
        throw ClientFeature.FLUSH_ALL.notImplemented("flushAll");
    }

    /**
     * Shuts the client down, with all its connections and threads.
     *
     * @throws Exception if the client reports a failure
     */
    void close() throws Exception;
}
