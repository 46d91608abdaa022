package io.github.fakecached.internal.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fakecached.FakeMemcached;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who lets other machines in is told so, and nobody else. */
class ExposureTest {

    private static final Logger LOGGER = Logger.getLogger(Exposure.class.getName());

    private final List<LogRecord> logged = new ArrayList<>();

    private final Handler collector = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            logged.add(entry);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        LOGGER.addHandler(collector);
        LOGGER.setUseParentHandlers(false);
    }

    @AfterEach
    void listenNoMore() {
        LOGGER.removeHandler(collector);
        LOGGER.setUseParentHandlers(true);
    }

    @Test
    void anAddressOfAllMachinesIsWarnedOfAtEachStart() {
        try (FakeMemcached memcached =
                FakeMemcached.builder().host("0.0.0.0").udpPort(0).start()) {
            assertThat(logged).hasSize(2).allSatisfy(warning -> {
                assertThat(warning.getLevel()).isEqualTo(Level.WARNING);
                assertThat(warning.getMessage()).contains("other machines can reach it");
            });
            assertThat(logged.get(0).getParameters()[0]).asString().contains(":" + memcached.port());
            memcached.restart();
        }
        assertThat(logged).hasSize(4);
    }

    @Test
    void aLoopbackAddressIsNot() {
        FakeMemcached.start().close();
        FakeMemcached.builder().host("127.0.0.2").start().close();
        assertThat(logged).isEmpty();
    }
}
