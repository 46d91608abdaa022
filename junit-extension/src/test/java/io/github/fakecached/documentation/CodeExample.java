package io.github.fakecached.documentation;

import java.util.List;
import java.util.regex.Pattern;

/** A piece of code that a Javadoc comment or a page shows, made into a class that can be compiled. Judges nothing itself. */
record CodeExample(String origin, String code) {

    private static final Pattern BLOCK = Pattern.compile("(?s)<pre>\\{@code(.*?)}</pre>");
    private static final Pattern MEMBER =
            Pattern.compile("(?s)(?:import [^\\n]*\\n\\s*)*(?:@|public |static |class ).*");
    private static final String WHAT_READERS_IMPORT = String.join(
            "\n",
            "import static io.github.fakecached.fault.CommandMatcher.*;",
            "import static io.github.fakecached.junit.assertj.FakecachedAssertions.assertThat;",
            "import static org.assertj.core.api.Assertions.assertThat;",
            "import static org.assertj.core.api.Assertions.assertThatThrownBy;",
            "import com.spotify.folsom.*;",
            "import com.spotify.folsom.client.tls.DefaultSSLEngineFactory;",
            "import io.github.fakecached.*;",
            "import io.github.fakecached.clock.*;",
            "import io.github.fakecached.fault.*;",
            "import io.github.fakecached.journal.*;",
            "import io.github.fakecached.junit.*;",
            "import io.github.fakecached.protocol.*;",
            "import java.net.*;",
            "import java.nio.charset.StandardCharsets;",
            "import java.nio.file.*;",
            "import java.time.*;",
            "import java.util.*;",
            "import java.util.concurrent.*;",
            "import javax.net.ssl.*;",
            "import net.spy.memcached.MemcachedClient;",
            "import org.junit.jupiter.api.Test;",
            "import org.junit.jupiter.api.extension.RegisterExtension;",
            "import org.junit.jupiter.params.ParameterizedTest;",
            "import org.junit.jupiter.params.provider.EnumSource;",
            "");

    /** All that the comments of a source file show. */
    static List<CodeExample> in(String file, String source) {
        return BLOCK.matcher(source)
                .results()
                .map(block -> new CodeExample(
                        file + " " + source.substring(0, block.start()).lines().count(),
                        block.group(1).replaceAll("(?m)^ *\\* ?", "").strip()))
                .toList();
    }

    /** A class of this name around the code, which may leave out with three dots what belongs to the reader. */
    String asClass(String name) {
        String whole = code.replaceAll("(?m)^ *\\.\\.\\.$", "").replace("{ ... }", "{ }");
        String imports = whole.lines().filter(CodeExample::isImport).reduce("", (all, line) -> all + line + "\n");
        String body = whole.lines().filter(line -> !isImport(line)).reduce("", (all, line) -> all + line + "\n");
        return "package io.github.fakecached.example;\n" + WHAT_READERS_IMPORT + imports
                + "class " + name + " extends JavadocScene {\n"
                + (MEMBER.matcher(code).matches() ? body : "void run() throws Exception {\n" + body + "}\n")
                + "}\n";
    }

    private static boolean isImport(String line) {
        return line.startsWith("import ");
    }
}
