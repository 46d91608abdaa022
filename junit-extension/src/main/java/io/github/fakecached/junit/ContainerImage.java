package io.github.fakecached.junit;

import com.github.dockerjava.api.command.PullImageResultCallback;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.testcontainers.DockerClientFactory;

/** Gets an image onto this machine, by one try: Testcontainers would go on for minutes where there is no registry. */
final class ContainerImage {

    private static final long PULL_LIMIT_SECONDS = 60;

    private ContainerImage() {}

    /**
     * Sees to it that containers of an image can be started.
     *
     * @throws IllegalStateException if there is no Docker, or the image cannot be had
     */
    static void require(String image) {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            throw new IllegalStateException("no Docker answers");
        }
        if (isHere(image)) {
            return;
        }
        try (var pull = DockerClientFactory.lazyClient().pullImageCmd(image).exec(new PullImageResultCallback())) {
            if (!pull.awaitCompletion(PULL_LIMIT_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("pulling the image took longer than " + PULL_LIMIT_SECONDS + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the image was pulled", e);
        } catch (DockerException | IOException e) {
            throw new IllegalStateException("the image is not here and cannot be pulled: " + e.getMessage(), e);
        }
    }

    private static boolean isHere(String image) {
        try {
            DockerClientFactory.lazyClient().inspectImageCmd(image).exec();
            return true;
        } catch (NotFoundException e) {
            return false;
        }
    }
}
