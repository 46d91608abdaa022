package io.github.fakecached.junit;

import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The system properties that tell of one fixture, from when they are published until they are restored. */
final class PublishedAddresses extends StoredResource {

    private final Publications publications;
    private final Deque<String> names = new ArrayDeque<>();

    PublishedAddresses(Publications publications) {
        this.publications = publications;
    }

    /** Publishes all or, if one cannot be published, none. */
    void publish(String publisher, FixtureScope scope, List<InetSocketAddress> addresses) {
        try {
            for (PublishedProperty property : scope.publish()) {
                publications.publish(publisher, scope.owner(), property.name(), property.value(addresses));
                names.push(property.name());
            }
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** The last first, since a property may have been named twice. */
    @Override
    public void close() {
        while (!names.isEmpty()) {
            publications.restore(names.pop());
        }
    }
}
