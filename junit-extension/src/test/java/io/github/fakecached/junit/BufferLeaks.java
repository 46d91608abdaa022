package io.github.fakecached.junit;

import io.netty.buffer.ByteBufAllocator;
import io.netty.util.ResourceLeakDetector;
import io.netty.util.ResourceLeakDetectorFactory;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Collects the buffers that Netty finds to have been lost, instead of having them logged where nobody looks. Those that no test has
 * asked about end the JVM, which fails the build.
 */
public final class BufferLeaks implements LauncherSessionListener {

    private static final List<String> FOUND = new CopyOnWriteArrayList<>();
    private static final int ENOUGH_TO_LOOK = 200;
    private static final int EXIT = 1;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        ResourceLeakDetectorFactory.setResourceLeakDetectorFactory(new ResourceLeakDetectorFactory() {
            @Override
            @SuppressWarnings("deprecation") // the only one that is abstract
            public <T> ResourceLeakDetector<T> newResourceLeakDetector(
                    Class<T> resource, int samplingInterval, long maxActive) {
                return new Collecting<>(resource, samplingInterval);
            }
        });
    }

    /** What was found until now: what nobody refers to any more, and nobody has released. */
    static List<String> find() {
        System.gc();
        for (int i = 0; i < ENOUGH_TO_LOOK; i++) {
            // Netty looks when it allocates.
            ByteBufAllocator.DEFAULT.buffer(1).release();
        }
        return List.copyOf(FOUND);
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        List<String> found = find();
        if (!found.isEmpty()) {
            System.err.println("buffers were lost:\n" + String.join("\n", found));
            Runtime.getRuntime().halt(EXIT);
        }
    }

    private static final class Collecting<T> extends ResourceLeakDetector<T> {

        Collecting(Class<T> resource, int samplingInterval) {
            super(resource, samplingInterval);
        }

        @Override
        protected boolean needReport() {
            return true;
        }

        @Override
        protected void reportTracedLeak(String resourceType, String records) {
            FOUND.add(resourceType + records);
        }

        @Override
        protected void reportUntracedLeak(String resourceType) {
            FOUND.add(resourceType);
        }
    }
}
