package io.github.fakecached.internal.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sessions that are open, each at a place of its own: a new one has the first that is free, as the operating system gives
 * descriptors. Takes no memory before the first.
 */
final class OpenSessions {

    private static final @Nullable Session[] NONE = {};
    private static final int FEWEST = 2;

    private @Nullable Session[] places = NONE;
    private int count;

    /** There is no free place before this one. */
    private int firstFree;

    /** Takes in a session and gives its place, from 0 on. */
    int add(Session session) {
        int place = firstFree;
        while (place < places.length && places[place] != null) {
            place++;
        }
        if (place == places.length) {
            places = Arrays.copyOf(places, Math.max(FEWEST, 2 * place));
        }
        places[place] = session;
        firstFree = place + 1;
        count++;
        return place;
    }

    /** Frees the place of a session; false if that is not there. */
    boolean remove(Session session, int place) {
        if (place < 0 || place >= places.length || places[place] != session) {
            return false;
        }
        places[place] = null;
        firstFree = Math.min(firstFree, place);
        count--;
        return true;
    }

    int count() {
        return count;
    }

    /** All of them, by their places. */
    List<Session> list() {
        List<Session> list = new ArrayList<>(count);
        for (Session session : places) {
            if (session != null) {
                list.add(session);
            }
        }
        return list;
    }
}
