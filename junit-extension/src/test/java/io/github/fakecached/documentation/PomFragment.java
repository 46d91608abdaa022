package io.github.fakecached.documentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.w3c.dom.Document;

/** A piece of a reader's pom, or of a build file of Gradle: it parses, and the artifacts that it names are known to our poms. */
final class PomFragment {

    private static final Pattern COORDINATES = Pattern.compile("[\"']([\\w.-]+):([\\w.-]+)(?::([\\w.-]+))?[\"']");

    private PomFragment() {}

    static List<String> problems(CodeBlock block) {
        Document fragment;
        try {
            fragment = Poms.parse("<fragment>" + block.text() + "</fragment>");
        } catch (IllegalArgumentException malformed) {
            return List.of(block.origin() + ": " + malformed.getMessage());
        }
        List<String> problems = new ArrayList<>();
        Stream.of("dependency", "plugin")
                .flatMap(tag -> Poms.elements(fragment, tag))
                .forEach(element -> {
                    String group = Poms.child(element, "groupId").orElse("org.apache.maven.plugins");
                    String artifact = Poms.child(element, "artifactId").orElse("");
                    Optional<String> version = Poms.child(element, "version");
                    if (!Poms.know(group, artifact, version)) {
                        problems.add(unknown(block, group, artifact, version));
                    }
                });
        return problems;
    }

    static List<String> problemsOfGradle(CodeBlock block) {
        return COORDINATES
                .matcher(block.text())
                .results()
                .filter(found -> !Poms.know(found.group(1), found.group(2), Optional.ofNullable(found.group(3))))
                .map(found -> unknown(block, found.group(1), found.group(2), Optional.ofNullable(found.group(3))))
                .toList();
    }

    private static String unknown(CodeBlock block, String group, String artifact, Optional<String> version) {
        return block.origin() + ": no pom here knows " + group + ":" + artifact
                + version.map(v -> ":" + v).orElse("");
    }
}
