package io.github.fakecached.junit;

import io.github.fakecached.FakeCluster;
import java.lang.ref.WeakReference;

/**
 * What fakes looked like when a test failed. It is no failure, but travels as a suppressed exception of one, which build tools and
 * IDEs print below it. Keeps text only, for it may live as long as the results of a run.
 */
final class FakecachedReport extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient WeakReference<FakeCluster> cluster;

    FakecachedReport(FakeCluster cluster, String text) {
        super(text, null, false, false);
        this.cluster = new WeakReference<>(cluster);
    }

    boolean isAbout(FakeCluster another) {
        return cluster.refersTo(another);
    }
}
