package io.github.fakecached.conformance.client;

import io.github.fakecached.conformance.target.MemcachedProcess;
import io.github.fakecached.conformance.target.SaslUsers;
import io.github.fakecached.conformance.target.TargetAbsent;
import io.github.fakecached.conformance.target.Targets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** Servers where one user may sign in by SASL, with PLAIN or CRAM-MD5. */
final class SaslServer {

    static final String USER = SaslUsers.USER;
    static final String PASSWORD = SaslUsers.PASSWORD;

    private static final String KIND = "sasl";

    private SaslServer() {}

    static Stream<StartedServer.Source> sources() {
        return Stream.concat(
                StartedServer.fakes(builder -> builder.saslUser(USER, PASSWORD)),
                Stream.of(new StartedServer.Source("process memcached -S", SaslServer::process)));
    }

    /** The program, with users of its own. */
    private static StartedServer process() throws IOException {
        var folder = Files.createTempDirectory("sasl");
        try {
            SaslUsers.write(folder, folder.toString());
            var process = MemcachedProcess.start(
                    Targets.configured().program(), Map.of(SaslUsers.VARIABLE, folder.toString()), "-S");
            return new StartedServer(process.address(), () -> {
                process.close();
                delete(folder);
            });
        } catch (TargetAbsent | UnsupportedOperationException absent) {
            delete(folder);
            throw InstalledProgram.absent(
                    KIND,
                    "no memcached -S with users of its own (Debian: memcached, libsasl2-modules, sasl2-bin): "
                            + absent.getMessage());
        }
    }

    private static void delete(Path folder) {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new AssertionError("cannot clean up", e);
        }
    }
}
