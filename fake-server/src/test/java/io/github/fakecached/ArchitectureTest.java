package io.github.fakecached;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;

/** Which package may know which. */
@AnalyzeClasses(packages = "io.github.fakecached", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String CLOCK = "io.github.fakecached.clock..";
    private static final String FAULT = "io.github.fakecached.fault..";
    private static final String JOURNAL = "io.github.fakecached.journal..";
    private static final String WIRE = "io.github.fakecached.internal.wire..";
    private static final String ENGINE = "io.github.fakecached.internal.engine..";
    private static final String STORE = "io.github.fakecached.internal.store..";
    private static final String NET = "io.github.fakecached.internal.net..";
    private static final String CLI = "io.github.fakecached.cli..";
    private static final String ADMIN = "io.github.fakecached.cli.admin..";
    private static final String JACKSON = "com.fasterxml.jackson..";

    @ArchTest
    static final ArchRule the_store_knows_only_java_and_itself = classes()
            .that()
            .resideInAPackage(STORE)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", STORE);

    @ArchTest
    static final ArchRule the_store_has_no_threads_sockets_or_files = noClasses()
            .that()
            .resideInAPackage(STORE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.util.concurrent..", "java.io..", "java.net..", "java.nio.channels..")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Thread.class);

    @ArchTest
    static final ArchRule the_store_reads_no_clock = noClasses()
            .that()
            .resideInAPackage(STORE)
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule the_clock_knows_neither_faults_nor_journal = noClasses()
            .that()
            .resideInAPackage(CLOCK)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(FAULT, JOURNAL);

    @ArchTest
    static final ArchRule faults_know_neither_clock_nor_journal = noClasses()
            .that()
            .resideInAPackage(FAULT)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(CLOCK, JOURNAL)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule the_journal_knows_neither_clock_nor_faults = noClasses()
            .that()
            .resideInAPackage(JOURNAL)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(CLOCK, FAULT)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule framing_knows_neither_engine_nor_store = noClasses()
            .that()
            .resideInAPackage(WIRE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ENGINE, STORE);

    @ArchTest
    static final ArchRule the_engine_knows_no_network_fault_or_journal = noClasses()
            .that()
            .resideInAPackage(ENGINE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.netty..", NET, FAULT, JOURNAL);

    @ArchTest
    static final ArchRule only_the_command_line_knows_picocli = noClasses()
            .that()
            .resideOutsideOfPackage(CLI)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..");

    /** So that it can do nothing that a test cannot. */
    @ArchTest
    static final ArchRule the_admin_door_uses_what_a_test_uses = classes()
            .that()
            .resideInAPackage(ADMIN)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "com.sun.net.httpserver..",
                    JACKSON,
                    "org.jspecify..",
                    "io.github.fakecached",
                    "io.github.fakecached.protocol..",
                    CLOCK,
                    FAULT,
                    JOURNAL,
                    ADMIN);

    @ArchTest
    static final ArchRule only_the_admin_door_knows_json = noClasses()
            .that()
            .resideOutsideOfPackage(ADMIN)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(JACKSON);

    @ArchTest
    static final ArchRule packages_form_no_cycles =
            slices().matching("io.github.fakecached.(**)").should().beFreeOfCycles();
}
