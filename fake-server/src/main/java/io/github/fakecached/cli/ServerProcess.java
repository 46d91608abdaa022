package io.github.fakecached.cli;

import io.github.fakecached.FakeCluster;
import io.github.fakecached.FakeMemcached;
import io.github.fakecached.cli.admin.AdminServer;
import io.github.fakecached.cli.admin.Operations;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/**
 * Fakes that are the only purpose of their JVM: it says where they listen, and runs until the process is told to end. It ends
 * with exit code 0 then, as memcached does, where a JVM by itself would end with 143 or 130.
 */
final class ServerProcess {

    private static final Duration CHECK = Duration.ofHours(1);

    private final FakeCluster cluster;
    private final GivenOptions given;
    private final AdminOptions admin;
    private final Optional<PidFile> pidFile;

    ServerProcess(FakeCluster cluster, GivenOptions given, AdminOptions admin) {
        this.cluster = cluster;
        this.given = given;
        this.admin = admin;
        this.pidFile = given.last(MemcachedOption.PIDFILE).map(Path::of).map(PidFile::new);
    }

    /**
     * Announces the fakes, then waits until the JVM ends, or clients have shut all fakes down and nobody could start them again.
     */
    void run(PrintStream out) throws InterruptedException {
        // what may be refused comes before the hook, from which on every end has exit code 0
        Optional<URI> adminUri =
                admin.areAny() ? admin.open(new Operations(cluster)).map(AdminServer::uri) : Optional.empty();
        if (given.has(MemcachedOption.EXIT_WITH_PARENT)) {
            ParentProcess.whenGone(() -> System.exit(0));
        }
        pidFile.ifPresent(PidFile::write);
        HangUp.handleBy(() -> cluster.nodes().values().forEach(FakeMemcached::reloadAuthFile));
        Runtime.getRuntime().addShutdownHook(new Thread(this::end, "fakecached-end"));
        out.println(
                given.has(MemcachedOption.READY_JSON)
                        ? ReadyLine.json(cluster, adminUri)
                        : ReadyLine.text(cluster, adminUri));
        out.flush();
        if (admin.areAny()) {
            new CountDownLatch(1).await();
        }
        for (FakeMemcached node : cluster.nodes().values()) {
            while (!node.awaitStop(CHECK)) {}
        }
    }

    private void end() {
        try {
            cluster.close();
            pidFile.ifPresent(PidFile::delete);
        } finally {
            Runtime.getRuntime().halt(0);
        }
    }
}
