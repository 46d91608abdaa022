package io.github.fakecached.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who reads the Javadoc of a public type finds an example there, and every example in Javadoc compiles. */
class JavadocTest {

    private static final List<Path> PUBLIC_API = List.of(
            Path.of("../fake-server/src/main/java/io/github/fakecached"),
            Path.of("src/main/java/io/github/fakecached"));
    private static final List<String> NOT_FOR_USERS = List.of("internal", "cli");
    private static final Pattern PUBLIC_TYPE =
            Pattern.compile("(?m)^public (?:[a-z-]+ )*(?:class|interface|@interface|enum|record) ");

    @Test
    void everyPublicTypeShowsHowItIsUsed() throws IOException {
        List<String> types = new ArrayList<>();
        List<String> withoutExample = new ArrayList<>();
        sources().forEach((file, source) -> {
            var type = PUBLIC_TYPE.matcher(source);
            if (type.find()) {
                types.add(file);
                if (JavadocExample.in(file, source.substring(0, type.start())).isEmpty()) {
                    withoutExample.add(file);
                }
            }
        });

        assertThat(types).hasSizeGreaterThan(50);
        assertThat(withoutExample).isEmpty();
    }

    @Test
    void everyExampleCompiles(@TempDir Path classes) throws IOException {
        List<JavadocExample> examples = new ArrayList<>();
        sources().forEach((file, source) -> examples.addAll(JavadocExample.in(file, source)));

        assertThat(examples).hasSizeGreaterThan(80);
        assertThat(errors(examples, classes)).isEmpty();
    }

    private static List<String> errors(List<JavadocExample> examples, Path classes) {
        var units = IntStream.range(0, examples.size())
                .mapToObj(i -> new Unit("Example" + i, examples.get(i)))
                .toList();
        var diagnostics = new DiagnosticCollector<JavaFileObject>();
        var options = List.of(
                "-proc:none", "-nowarn", "-d", classes.toString(), "-cp", System.getProperty("java.class.path"));
        ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, diagnostics, options, null, units)
                .call();
        return diagnostics.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(JavadocTest::inWords)
                .toList();
    }

    private static String inWords(Diagnostic<? extends JavaFileObject> diagnostic) {
        String origin = diagnostic.getSource() instanceof Unit unit ? unit.example.origin() : "";
        return origin + ": " + diagnostic.getMessage(Locale.ENGLISH);
    }

    /** The files of the public API with their texts. */
    private static Map<String, String> sources() throws IOException {
        Map<String, String> sources = new TreeMap<>();
        for (Path root : PUBLIC_API) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path inside = root.relativize(file);
                    if (!NOT_FOR_USERS.contains(inside.getName(0).toString())) {
                        sources.put(inside.toString(), Files.readString(file));
                    }
                }
            }
        }
        return sources;
    }

    /** An example as the compiler sees it. */
    private static final class Unit extends SimpleJavaFileObject {

        private final JavadocExample example;
        private final String source;

        Unit(String className, JavadocExample example) {
            super(URI.create("string:///io/github/fakecached/example/" + className + ".java"), Kind.SOURCE);
            this.example = example;
            this.source = example.asClass(className);
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
        }
    }
}
