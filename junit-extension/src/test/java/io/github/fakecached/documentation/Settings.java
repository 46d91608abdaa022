package io.github.fakecached.documentation;

import java.util.List;

/** Settings that readers are told to make: code of this repository knows them. */
final class Settings {

    private Settings() {}

    /** Whether the name of a setting stands in the code, as a string. */
    static boolean areReadByCode(String name) {
        return Repository.files(".java")
                .filter(file -> !file.toString().contains("/documentation/"))
                .anyMatch(file -> Repository.text(file).contains("\"" + name + "\""));
    }

    static List<String> problems(CodeBlock block) {
        return block.text()
                .lines()
                .map(line -> line.substring(0, Math.max(0, line.indexOf('='))).strip())
                .filter(name -> !areReadByCode(name))
                .map(name -> block.origin() + ": no code here knows the setting " + name)
                .toList();
    }
}
