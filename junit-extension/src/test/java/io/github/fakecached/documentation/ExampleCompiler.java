package io.github.fakecached.documentation;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles examples all at once, against the class path of the tests. Runs none of them. */
final class ExampleCompiler {

    private ExampleCompiler() {}

    /** What the compiler objects to, each with where the example comes from. */
    static List<String> errors(List<CodeExample> examples, Path classes) {
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
                .map(ExampleCompiler::inWords)
                .toList();
    }

    private static String inWords(Diagnostic<? extends JavaFileObject> diagnostic) {
        String origin = diagnostic.getSource() instanceof Unit unit ? unit.example.origin() : "";
        return origin + ": " + diagnostic.getMessage(Locale.ENGLISH);
    }

    /** An example as the compiler sees it. */
    private static final class Unit extends SimpleJavaFileObject {

        private final CodeExample example;
        private final String source;

        Unit(String className, CodeExample example) {
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
