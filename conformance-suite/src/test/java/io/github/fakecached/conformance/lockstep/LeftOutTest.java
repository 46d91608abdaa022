package io.github.fakecached.conformance.lockstep;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fakecached.conformance.target.ServerVersion;
import io.github.fakecached.conformance.wire.BinaryMessage;
import io.github.fakecached.conformance.wire.Dialect;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeftOutTest {

    private static final ServerVersion OLD = new ServerVersion(1, 6, 18);
    private static final ServerVersion NEW = new ServerVersion(1, 6, 45);

    private static boolean binary(ServerVersion version, BinaryMessage request) {
        return LeftOut.concerns(version, Dialect.BINARY, request.bytes());
    }

    @Test
    void onlyADebugCommandWhoseBase64FlagIsTheLastToken() {
        for (var line : List.of("me YQ== b\r\n", "me d b   \r\n", "me k\rr b\r\n", "mn\r\nme d bx\n")) {
            assertThat(LeftOut.concerns(NEW, Dialect.META, line)).as(line).isTrue();
            assertThat(LeftOut.concerns(OLD, Dialect.META, line)).as(line).isFalse();
        }
        for (var line : List.of("me b\r\n", "me YQ== b x\r\n", "me YQ==\r\n", "mg YQ== b\r\n")) {
            assertThat(LeftOut.concerns(NEW, Dialect.META, line)).as(line).isFalse();
        }
    }

    @Test
    void onlyAnUnknownOpcodeWithAKeyOrExtras() {
        assertThat(binary(NEW, BinaryMessage.request(0x1b, "", "k", ""))).isTrue();
        assertThat(binary(NEW, BinaryMessage.request(0xff, "1234", "", ""))).isTrue();
        assertThat(binary(NEW, BinaryMessage.request(0xff, "", "", "value"))).isFalse();
        assertThat(binary(NEW, BinaryMessage.request(0x21, "", "PLAIN", ""))).isFalse();
        assertThat(binary(NEW, BinaryMessage.request(Opcodes.GET, "", "k", ""))).isFalse();
    }

    @Test
    void onlyABodyOfMoreThanAGibibyteToAnOldServer() {
        var get = BinaryMessage.request(Opcodes.GET, "", "k", "").bytes();
        var huge = get.substring(0, 8) + BinaryMessage.number((1L << 30) + 1, 4) + get.substring(12);

        assertThat(LeftOut.concerns(OLD, Dialect.BINARY, huge)).isTrue();
        assertThat(LeftOut.concerns(NEW, Dialect.BINARY, huge)).isFalse();
    }

    @Test
    void onlyStatisticsWithoutAKind() {
        assertThat(binary(NEW, BinaryMessage.request(Opcodes.STAT, "", "", ""))).isTrue();
        assertThat(binary(NEW, BinaryMessage.request(Opcodes.STAT, "", "reset", "")))
                .isFalse();
    }
}
