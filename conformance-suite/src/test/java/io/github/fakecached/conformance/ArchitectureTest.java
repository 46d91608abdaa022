package io.github.fakecached.conformance;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What this module may know of the server. */
@AnalyzeClasses(packages = "io.github.fakecached.conformance")
class ArchitectureTest {

    @ArchTest
    static final ArchRule only_the_public_api_of_the_server_is_used =
            noClasses().should().dependOnClassesThat().resideInAPackage("io.github.fakecached.internal..");
}
