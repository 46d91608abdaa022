package io.github.fakecached.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Links between the files of the repository lead somewhere. What lies beyond it is not asked. */
class LinksTest {

    @Test
    void everyLinkLeadsToAFileAndEveryAnchorToAHeading() {
        List<String> broken = new ArrayList<>();
        List<Page> pages = Page.all().toList();
        for (Page page : pages) {
            for (Page.Target target : page.targets()) {
                URI uri = URI.create(target.destination());
                if (!uri.isAbsolute() && !resolves(page, uri)) {
                    broken.add(page.at(target.line()) + ": " + uri + " leads nowhere");
                }
            }
        }

        assertThat(pages).hasSizeGreaterThan(10);
        assertThat(broken).isEmpty();
    }

    @Test
    void everyPageIsLinkedFromAnother() {
        List<Path> linked = Page.all()
                .flatMap(page -> page.targets().stream()
                        .map(target -> URI.create(target.destination()))
                        .filter(uri -> !uri.isAbsolute() && !uri.getPath().isEmpty())
                        .map(uri -> beside(page, uri)))
                .toList();

        assertThat(Repository.files(".md").filter(file -> file.startsWith("docs") && !linked.contains(file)))
                .as("pages that no other page leads to")
                .isEmpty();
    }

    private static boolean resolves(Page page, URI uri) {
        Path file = uri.getPath().isEmpty() ? page.file() : beside(page, uri);
        if (!Repository.has(file)) {
            return false;
        }
        return uri.getFragment() == null
                || (file.toString().endsWith(".md") && Page.read(file).anchors().contains(uri.getFragment()));
    }

    private static Path beside(Page page, URI uri) {
        Path folder = page.file().getParent();
        return (folder == null ? Path.of(uri.getPath()) : folder.resolve(uri.getPath())).normalize();
    }
}
