package io.github.fakecached.example;

import io.github.fakecached.FakeCluster;
import io.github.fakecached.FakeMemcached;
import java.nio.file.Path;
import net.spy.memcached.MemcachedClient;

/** What examples in Javadoc take as given, under these names. They are compiled against it, not run. */
abstract class JavadocScene {

    FakeMemcached memcached;
    FakeCluster cluster;
    MemcachedClient client;
    ProductCatalog catalog;
    Path folder;

    /** An application under test. */
    static final class Shop {

        static Shop configured() {
            return new Shop();
        }
    }
}
