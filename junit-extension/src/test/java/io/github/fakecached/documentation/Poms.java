package io.github.fakecached.documentation;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/** What the poms of this repository name: artifacts with versions, properties, profiles. */
final class Poms {

    private static final List<Document> ALL = Repository.filesNamed("pom.xml")
            .filter(file -> !file.toString().contains("src"))
            .map(Repository::text)
            .map(Poms::parse)
            .toList();
    private static final Map<String, String> PROPERTIES = properties();

    private Poms() {}

    /** XML as a document. */
    static Document parse(String xml) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
        } catch (Exception e) {
            throw new IllegalArgumentException(e.getMessage() + " in:\n" + xml, e);
        }
    }

    /** Whether an artifact is built here, or depended on, in that version; in any if there is none. */
    static boolean know(String group, String artifact, Optional<String> version) {
        return ALL.stream()
                .flatMap(pom ->
                        Stream.of("project", "dependency", "plugin", "path").flatMap(tag -> elements(pom, tag)))
                .filter(element ->
                        child(element, "artifactId").filter(artifact::equals).isPresent())
                .filter(element ->
                        child(element, "groupId").orElse(groupOf(element)).equals(group))
                .anyMatch(element -> version.isEmpty()
                        || child(element, "version")
                                .or(() -> inherited(element, group))
                                .equals(version));
    }

    static boolean haveProperty(String name) {
        return PROPERTIES.containsKey(name)
                || ALL.stream().anyMatch(pom -> elements(pom, name).findAny().isPresent());
    }

    static boolean haveProfile(String id) {
        return ALL.stream()
                .flatMap(pom -> elements(pom, "profile"))
                .anyMatch(profile -> child(profile, "id").equals(Optional.of(id)));
    }

    static boolean haveModule(String folder) {
        return Repository.has(Path.of(folder, "pom.xml"));
    }

    static Stream<Element> elements(Document document, String tag) {
        var found = document.getElementsByTagName(tag);
        return IntStream.range(0, found.getLength()).mapToObj(found::item).map(Element.class::cast);
    }

    /** The text of a direct child, with properties put in. */
    static Optional<String> child(Element element, String tag) {
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node.getNodeName().equals(tag)) {
                String text = node.getTextContent().strip();
                return Optional.of(resolved(text));
            }
        }
        return Optional.empty();
    }

    private static String resolved(String text) {
        String value = text.startsWith("${") ? PROPERTIES.get(text.substring(2, text.length() - 1)) : null;
        return value == null ? text : resolved(value);
    }

    private static String groupOf(Element element) {
        return element.getTagName().equals("plugin") ? "org.apache.maven.plugins" : "io.github.fakecached";
    }

    /** A module has the version of its parent, and a dependency that of the bill of materials for its group. */
    private static Optional<String> inherited(Element element, String group) {
        return element.getTagName().equals("project")
                ? Optional.of(PROPERTIES.get("project.version"))
                : ALL.stream()
                        .flatMap(pom -> elements(pom, "dependency"))
                        .filter(bom -> child(bom, "type").equals(Optional.of("pom")))
                        .filter(bom ->
                                child(bom, "groupId").filter(group::startsWith).isPresent())
                        .flatMap(bom -> child(bom, "version").stream())
                        .findFirst();
    }

    private static Map<String, String> properties() {
        Map<String, String> properties = new HashMap<>();
        for (Document pom : ALL) {
            elements(pom, "properties").forEach(all -> {
                for (Node node = all.getFirstChild(); node != null; node = node.getNextSibling()) {
                    properties.put(node.getNodeName(), node.getTextContent().strip());
                }
            });
        }
        properties.put(
                "project.version",
                elements(parse(Repository.text(Path.of("pom.xml"))), "version")
                        .findFirst()
                        .orElseThrow()
                        .getTextContent());
        return properties;
    }
}
