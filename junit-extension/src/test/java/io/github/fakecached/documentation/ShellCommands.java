package io.github.fakecached.documentation;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Commands that readers are told to run: the modules, tests, profiles, settings, jars and options that they name are there. Runs
 * none of them.
 */
final class ShellCommands {

    private static final Pattern WORD = Pattern.compile("(?:[^\\s'\"]|'[^']*'|\"[^\"]*\")+");
    private static final Pattern SETTING = Pattern.compile("-D([\\w.-]+)(?:=(.*))?");
    private static final Pattern VM_OPTION = Pattern.compile("-XX:[+-]?(\\w+)(?:=.*)?");
    private static final Set<String> PHASES =
            Set.of("clean", "compile", "test", "package", "verify", "install", "deploy");
    private static final Set<String> MAVEN_FLAGS = Set.of("-q", "-B", "-o", "-am", "-ntp", "-U");
    private static final Pattern MAVENS_OWN =
            Pattern.compile("skipTests|groups|excludedGroups|surefire\\..*|gpg\\..*|maven\\..*");
    private static final Set<String> OF_ANY_SHELL = Set.of("cd", "mkdir", "git");
    /** The folder whose sources name the options of a jar. */
    private static final Map<String, String> OPTIONS_OF = Map.of(
            "fakecached-standalone.jar", "fake-server/src/main/java/io/github/fakecached/cli",
            "fakecached-conformance.jar", "conformance-suite/src/main/java/io/github/fakecached/conformance/cli");

    private ShellCommands() {}

    static List<String> problems(CodeBlock block) {
        return problems(block.origin(), block.text());
    }

    static List<String> problems(String origin, String commands) {
        return commands.replaceAll("\\\\\\n\\s*", " ")
                .lines()
                .map(line -> line.replaceAll("(^|\\s)#.*", ""))
                .flatMap(line -> Stream.of(line.split("&&|;|\\|")))
                .filter(command -> !command.isBlank())
                .flatMap(command -> problems(words(command)).stream())
                .map(problem -> origin + ": " + problem)
                .toList();
    }

    private static List<String> problems(List<String> words) {
        List<String> arguments = words.subList(1, words.size());
        return switch (words.get(0)) {
            case "mvn" -> maven(arguments);
            case "java" -> java(arguments);
            default ->
                OF_ANY_SHELL.contains(words.get(0)) ? List.of() : List.of("nothing checks the command " + words.get(0));
        };
    }

    private static List<String> maven(List<String> arguments) {
        List<String> problems = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            String word = arguments.get(i);
            var setting = SETTING.matcher(word);
            if (word.equals("-pl")) {
                i++;
                each(arguments.get(i), Poms::haveModule, "no module ", problems);
            } else if (word.startsWith("-P")) {
                each(word.substring(2), Poms::haveProfile, "no profile ", problems);
            } else if (setting.matches()) {
                setting(setting.group(1), setting.group(2), problems);
            } else if (!PHASES.contains(word) && !MAVEN_FLAGS.contains(word) && !isGoalOfAPlugin(word)) {
                problems.add("neither a phase nor a goal nor an option of Maven: " + word);
            }
        }
        return problems;
    }

    private static void setting(String name, String value, List<String> problems) {
        if (name.equals("test")) {
            each(value, ShellCommands::isTest, "no test ", problems);
        } else if (name.equals("benchmark.main")) {
            each(value, ShellCommands::isClass, "no class ", problems);
        } else if (!MAVENS_OWN.matcher(name).matches() && !Poms.haveProperty(name) && !Settings.areReadByCode(name)) {
            problems.add("nobody reads the setting " + name);
        }
    }

    private static List<String> java(List<String> arguments) {
        List<String> problems = new ArrayList<>();
        int jar = arguments.indexOf("-jar") + 1;
        for (String option : arguments.subList(0, Math.max(0, jar - 1))) {
            var vmOption = VM_OPTION.matcher(option);
            if (!vmOption.matches() || !isVmOption(vmOption.group(1))) {
                problems.add("no option of the JVM: " + option);
            }
        }
        String folder = jar == 0 ? null : OPTIONS_OF.get(fileName(arguments.get(jar)));
        if (folder == null) {
            return List.of("none of the jars that are built here: " + arguments);
        }
        arguments.subList(jar + 1, arguments.size()).stream()
                .filter(word -> word.startsWith("-"))
                .map(option -> option.replaceFirst("=.*", ""))
                .filter(option -> !option.equals("--help") && !isNamedIn(folder, option))
                .forEach(option -> problems.add("no option of " + arguments.get(jar) + ": " + option));
        return problems;
    }

    private static void each(String list, Predicate<String> known, String complaint, List<String> problems) {
        Stream.of(list.split(",")).filter(known.negate()).map(complaint::concat).forEach(problems::add);
    }

    private static boolean isTest(String name) {
        return Stream.of(".java", ".kt")
                .flatMap(ending -> Repository.filesNamed(name + ending))
                .anyMatch(file -> file.toString().contains("src/test/"));
    }

    private static boolean isClass(String name) {
        return Repository.files(name.replace('.', '/') + ".java").findAny().isPresent();
    }

    private static boolean isGoalOfAPlugin(String word) {
        int colon = word.indexOf(':');
        return colon > 0
                && Repository.text(Path.of("pom.xml"))
                        .contains(word.substring(0, colon) + "-maven-plugin</artifactId>");
    }

    private static boolean isVmOption(String name) {
        try {
            ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).getVMOption(name);
            return true;
        } catch (IllegalArgumentException unknown) {
            return false;
        }
    }

    private static boolean isNamedIn(String folder, String option) {
        return Repository.files(".java")
                .filter(file -> file.startsWith(folder))
                .anyMatch(file -> Repository.text(file).contains("\"" + option + "\""));
    }

    private static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static List<String> words(String command) {
        return WORD.matcher(command.strip())
                .results()
                .map(word -> word.group().replaceAll("['\"]", ""))
                .toList();
    }
}
