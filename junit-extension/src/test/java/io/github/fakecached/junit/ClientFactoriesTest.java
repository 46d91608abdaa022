package io.github.fakecached.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import net.spy.memcached.MemcachedClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientFactoriesTest {

    private final Logger logger = Logger.getLogger(ClientFactories.class.getName());

    @BeforeEach
    void expectWarnings() {
        logger.setLevel(Level.OFF);
    }

    @AfterEach
    void expectNone() {
        logger.setLevel(null);
    }

    @Test
    void aServiceThatCannotBeLoadedIsLeftOutAndTheOthersAreNot(@TempDir Path folder) throws Exception {
        Path services = folder.resolve("META-INF/services/" + ClientFactory.class.getName());
        Files.createDirectories(services.getParent());
        Files.writeString(services, "org.example.FactoryThatIsNotThere\n" + WorkingFactory.class.getName() + "\n");
        URL[] classPath = {folder.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(classPath, getClass().getClassLoader())) {

            ClientFactories factories = ClientFactories.load(loader);

            assertThat(factories.clientTypes()).contains(StringBuilder.class, MemcachedClient.class);
        }
    }

    public static final class WorkingFactory extends ClientFactoryTest.TinyClientFactory {
        @Override
        public Class<?> clientType() {
            return StringBuilder.class;
        }
    }
}
