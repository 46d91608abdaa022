package io.github.fakecached.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OpenSessionsTest {

    private final OpenSessions open = new OpenSessions();

    @Test
    void aNewSessionTakesTheFirstPlaceThatIsFree() {
        Session second = session();
        Session fourth = session();
        open.add(session());
        assertThat(open.add(second)).isOne();
        assertThat(open.add(session())).isEqualTo(2);
        assertThat(open.add(fourth)).isEqualTo(3);
        assertThat(open.remove(fourth, 3)).isTrue();
        assertThat(open.remove(second, 1)).isTrue();
        assertThat(open.count()).isEqualTo(2);
        assertThat(open.add(session())).isOne();
        assertThat(open.add(session())).isEqualTo(3);
        assertThat(open.add(session())).isEqualTo(4);
        assertThat(open.list()).hasSize(5);
    }

    @Test
    void allAreListedByTheirPlaces() {
        Session first = session();
        Session second = session();
        Session third = session();
        open.add(first);
        open.add(second);
        open.add(third);
        open.remove(first, 0);
        open.add(first);
        open.remove(second, 1);
        assertThat(open.list()).containsExactly(first, third);
    }

    @Test
    void aSessionThatIsNotThereIsNotRemoved() {
        Session closed = session();
        open.add(closed);
        open.remove(closed, 0);
        open.add(session());
        assertThat(open.remove(closed, 0)).isFalse();
        assertThat(open.remove(session(), -1)).isFalse();
        assertThat(open.remove(session(), 100)).isFalse();
        assertThat(open.count()).isOne();
    }

    private static Session session() {
        return new Session(0, Endpoint.unknown(Transport.TCP), Endpoint.unknown(Transport.TCP));
    }
}
