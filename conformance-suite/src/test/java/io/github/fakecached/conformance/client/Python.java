package io.github.fakecached.conformance.client;

import java.io.IOException;
import java.util.List;

/** The interpreter of Python, with modules that Debian packages. */
final class Python {

    private static final String KIND = "python";

    /** Debian's own: the first one on the PATH may be another that does not know the packages. */
    private static final String INTERPRETER = System.getProperty("conformance.python", "/usr/bin/python3");

    private Python() {}

    /** A script that uses this module; skips the test where it is not installed. */
    static Script script(String name, String module, String debianPackage) throws InterruptedException {
        if (!has(module)) {
            throw InstalledProgram.absent(
                    KIND, INTERPRETER + " has no module " + module + " (Debian: " + debianPackage + ")");
        }
        // Without -B it would leave compiled modules among the classes of these tests.
        return new Script(List.of(INTERPRETER, "-B"), Script.resource("python/" + name));
    }

    private static boolean has(String module) throws InterruptedException {
        try {
            return InstalledProgram.run(List.of(INTERPRETER, "-c", "import " + module))
                            .status()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
