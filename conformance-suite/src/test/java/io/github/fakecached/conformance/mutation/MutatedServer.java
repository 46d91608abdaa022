package io.github.fakecached.conformance.mutation;

import io.github.fakecached.FakeMemcached;
import io.github.fakecached.conformance.property.ConformanceRunner;
import io.github.fakecached.conformance.property.FirstBrokenRule;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.tools.ToolProvider;

/**
 * The classes of the server and of its rules once more, with one file of the server changed: compiled into a folder of its own,
 * which comes first. All that is not Fakecached's own is shared with the tests.
 */
final class MutatedServer extends URLClassLoader {

    private static final String OURS = "io.github.fakecached.";

    private MutatedServer(URL... classes) {
        super(classes, MutatedServer.class.getClassLoader());
    }

    /** The server with a bug. */
    static MutatedServer of(Mutation mutation, Path folder) throws IOException {
        return load(compile(mutation, folder));
    }

    /** The server as it is. */
    static MutatedServer unchanged() throws IOException {
        return load();
    }

    private static MutatedServer load(Path... first) throws IOException {
        var urls = new ArrayList<URL>();
        for (var folder : first) {
            urls.add(folder.toUri().toURL());
        }
        for (var type : List.of(FakeMemcached.class, ConformanceRunner.class, FirstBrokenRule.class)) {
            urls.add(type.getProtectionDomain().getCodeSource().getLocation());
        }
        return new MutatedServer(urls.toArray(URL[]::new));
    }

    private static Path compile(Mutation mutation, Path folder) throws IOException {
        var source = folder.resolve("source").resolve(mutation.path());
        Files.createDirectories(source.getParent());
        Files.writeString(source, mutation.mutated());
        var classes = Files.createDirectories(folder.resolve("classes"));
        var messages = new StringWriter();
        var options = List.of(
                "-proc:none", "-nowarn", "-cp", System.getProperty("java.class.path"), "-d", classes.toString());
        var compiler = ToolProvider.getSystemJavaCompiler();
        boolean compiled;
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            compiled = compiler.getTask(messages, files, null, options, null, files.getJavaFileObjects(source))
                    .call();
        }
        if (!compiled) {
            throw new IllegalStateException(mutation + " does not compile:\n" + messages);
        }
        return classes;
    }

    /** The first rule it breaks, of a dialect's or else of the others, and how; empty if none. */
    String firstBrokenRule(String dialect) throws ReflectiveOperationException {
        @SuppressWarnings("unchecked")
        var rules = (UnaryOperator<String>) loadClass(FirstBrokenRule.class.getName())
                .getDeclaredConstructor()
                .newInstance();
        return rules.apply(dialect);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(OURS)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            var loaded = findLoadedClass(name);
            return loaded == null ? findClass(name) : loaded;
        }
    }
}
