package io.github.fakecached.conformance.target;

import com.github.dockerjava.api.command.PullImageResultCallback;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.testcontainers.DockerClientFactory;

/**
 * Sees to it that an image is on this machine. Tries to pull it once, and not for long: Testcontainers would try again for
 * minutes where there is no registry.
 */
final class LocalImage {

    private static final long PULL_LIMIT_SECONDS = 60;

    private LocalImage() {}

    static void require(String image) throws TargetAbsent {
        if (isHere(image)) {
            return;
        }
        try (var pull = DockerClientFactory.lazyClient().pullImageCmd(image).exec(new PullImageResultCallback())) {
            if (!pull.awaitCompletion(PULL_LIMIT_SECONDS, TimeUnit.SECONDS)) {
                throw new TargetAbsent(
                        "no image " + image + " here, and pulling it takes longer than " + PULL_LIMIT_SECONDS + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TargetAbsent("interrupted while pulling " + image, e);
        } catch (DockerException | IOException e) {
            throw new TargetAbsent("no image " + image + " here, and it cannot be pulled: " + e.getMessage(), e);
        }
        if (!isHere(image)) {
            throw new TargetAbsent("no image " + image + " here, and it cannot be pulled");
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
