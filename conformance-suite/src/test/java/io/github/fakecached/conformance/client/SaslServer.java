package io.github.fakecached.conformance.client;

import io.github.fakecached.conformance.target.MemcachedProcess;
import io.github.fakecached.conformance.target.TargetAbsent;
import io.github.fakecached.conformance.target.Targets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Servers where one user may sign in by SASL, with PLAIN or CRAM-MD5. */
final class SaslServer {

    /** With a realm, for without one Cyrus SASL would look for the user in that of the machine's name. */
    static final String USER = "alice@example.com";

    static final String PASSWORD = "secret";

    private static final String KIND = "sasl";

    private SaslServer() {}

    static Stream<StartedServer.Source> sources() {
        return Stream.concat(
                StartedServer.fakes(builder -> builder.saslUser(USER, PASSWORD)),
                Stream.of(new StartedServer.Source("process memcached -S", SaslServer::process)));
    }

    /** The program, with a configuration and a database of users made for it by Cyrus SASL's own tool. */
    private static StartedServer process() throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("sasl");
        var users = folder.resolve("sasldb");
        var configuration = folder.resolve("memcached.conf");
        Files.writeString(configuration, "mech_list: plain cram-md5\nsasldb_path: " + users + "\n");
        try {
            addUser(users);
            var process = MemcachedProcess.start(
                    Targets.configured().program(), Map.of("SASL_CONF_PATH", folder.toString()), "-S");
            return new StartedServer(process.address(), () -> {
                process.close();
                delete(users, configuration, folder);
            });
        } catch (TargetAbsent | IOException absent) {
            delete(users, configuration, folder);
            throw InstalledProgram.absent(
                    KIND,
                    "no memcached -S with users of its own (Debian: memcached, libsasl2-modules, sasl2-bin): "
                            + absent.getMessage());
        }
    }

    private static void addUser(Path users) throws IOException, InterruptedException {
        int at = USER.indexOf('@');
        var result = InstalledProgram.run(
                List.of(
                        "saslpasswd2",
                        "-p",
                        "-c",
                        "-f",
                        users.toString(),
                        "-u",
                        USER.substring(at + 1),
                        USER.substring(0, at)),
                PASSWORD);
        if (result.status() != 0) {
            throw new IOException("saslpasswd2 failed: " + result.output());
        }
    }

    private static void delete(Path... files) {
        try {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new AssertionError("cannot clean up", e);
        }
    }
}
