package io.github.fakecached;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An application that is a module, with the packed fake and Netty on the module path. */
class ModulePathIT {

    private static final String MAIN = """
            package shop;

            import io.github.fakecached.FakeMemcached;

            public class Main {
                public static void main(String[] arguments) throws Exception {
                    try (FakeMemcached memcached = FakeMemcached.start();
                            var client = new java.net.Socket("127.0.0.1", memcached.port())) {
                        client.getOutputStream().write("mn\\r\\n".getBytes());
                        byte[] reply = client.getInputStream().readNBytes(4);
                        System.out.println(FakeMemcached.class.getModule() + " says " + new String(reply).trim());
                    }
                }
            }
            """;

    @TempDir
    private Path folder;

    @Test
    @Timeout(60)
    void aModuleRequiresTheFakeByItsName() throws Exception {
        Path sources = folder.resolve("src");
        Path module = write(sources.resolve("module-info.java"), "module shop { requires io.github.fakecached; }");
        Path main = write(sources.resolve("shop/Main.java"), MAIN);
        Path classes = folder.resolve("classes");
        int compiled = ToolProvider.findFirst("javac")
                .orElseThrow()
                .run(
                        System.out,
                        System.err,
                        "--module-path",
                        modulePath(),
                        "-d",
                        classes.toString(),
                        module.toString(),
                        main.toString());
        assertThat(compiled).isZero();

        Process jvm = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "--module-path",
                        modulePath() + File.pathSeparator + classes,
                        "--add-modules",
                        "io.netty.handler", // nobody requires it by name: the fake is an automatic module
                        "--module",
                        "shop/shop.Main")
                .redirectErrorStream(true)
                .start();

        assertThat(new String(jvm.getInputStream().readAllBytes(), UTF_8))
                .contains("module io.github.fakecached says MN");
        assertThat(jvm.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    private static Path write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    /** The packed fake, and what it needs. */
    private static String modulePath() throws IOException {
        Path target = Path.of(System.getProperty("fakecached.standalone")).getParent();
        try (Stream<Path> files = Files.list(target)) {
            List<Path> jars = files.filter(
                            file -> file.getFileName().toString().matches("fakecached-server-[^-]+(-SNAPSHOT)?\\.jar"))
                    .toList();
            Stream<String> needed = Arrays.stream(
                            System.getProperty("java.class.path").split(File.pathSeparator))
                    .filter(jar -> jar.contains("netty-") || jar.contains("jspecify"));
            return Stream.concat(jars.stream().map(Path::toString), needed)
                    .collect(Collectors.joining(File.pathSeparator));
        }
    }
}
