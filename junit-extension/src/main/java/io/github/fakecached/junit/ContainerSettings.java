package io.github.fakecached.junit;

import io.github.fakecached.TestCertificates;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How real memcached is started in a container, as the settings of a fake say it.
 *
 * @param image the image
 * @param options memcached's options
 * @param files what the options name, to be put into the container: contents by name
 */
record ContainerSettings(String image, List<String> options, Map<String, String> files) {

    private static final int MIB = 1024 * 1024;
    private static final String USERS = "users";
    private static final String CHAIN = "chain.pem";
    private static final String KEY = "key.pem";

    static ContainerSettings of(String image, ServerSettings server) {
        if (!server.saslUsers().isEmpty()) {
            throw FakeOnly.because(
                    "real memcached looks for saslUsers of @MemcachedTest in a database of its image; textUsers"
                            + " can be had of both");
        }
        List<String> options = new ArrayList<>();
        Map<String, String> files = new LinkedHashMap<>();
        if (server.maxItemSize() != 0) {
            options.addAll(List.of("-I", Integer.toString(server.maxItemSize())));
        }
        if (server.memoryLimit() != 0) {
            options.addAll(List.of("-m", Long.toString(server.memoryLimit() / MIB)));
        }
        if (!server.evictions()) {
            options.add("-M");
        }
        if (!server.textUsers().isEmpty()) {
            options.addAll(List.of("-Y", MountedFolder.inContainer(USERS)));
            files.put(USERS, lines(server.textUsers()));
        }
        if (server.tls()) {
            String chain = "ssl_chain_cert=" + MountedFolder.inContainer(CHAIN);
            String key = "ssl_key=" + MountedFolder.inContainer(KEY);
            options.addAll(List.of("-Z", "-o", chain + "," + key));
            files.put(CHAIN, TestCertificates.serverCertificatePem());
            files.put(KEY, TestCertificates.serverKeyPem());
        }
        return new ContainerSettings(image, List.copyOf(options), Map.copyOf(files));
    }

    private static String lines(List<User> users) {
        Stream<String> lines = users.stream().map(user -> user.name() + ":" + user.password() + "\n");
        return lines.collect(Collectors.joining());
    }
}
