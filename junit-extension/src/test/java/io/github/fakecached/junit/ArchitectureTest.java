package io.github.fakecached.junit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What this module may know of the server. */
@AnalyzeClasses(packages = "io.github.fakecached.junit", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule only_the_public_api_of_the_server_is_used =
            noClasses().should().dependOnClassesThat().resideInAPackage("io.github.fakecached.internal..");

    @ArchTest
    static final ArchRule only_one_class_knows_spymemcached = only("SpymemcachedFactory", "net.spy..");

    @ArchTest
    static final ArchRule only_one_class_knows_xmemcached = only("XmemcachedFactory", "net.rubyeye..");

    @ArchTest
    static final ArchRule only_one_class_knows_folsom = only("FolsomFactory", "com.spotify..");

    @ArchTest
    static final ArchRule only_containers_know_testcontainers = only("Container.*", "org.testcontainers..");

    @ArchTest
    static final ArchRule only_containers_know_docker = only("Container.*", "com.github.dockerjava..");

    @ArchTest
    static final ArchRule only_the_assertions_know_assertj = noClasses()
            .that()
            .resideOutsideOfPackage("io.github.fakecached.junit.assertj..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.assertj..");

    @ArchTest
    static final ArchRule only_one_class_uses_jupiters_stores = noClasses()
            .that()
            .doNotHaveSimpleName("FixtureScopes")
            .and()
            .doNotHaveSimpleName("StoredResource")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(ExtensionContext.Store.class);

    private static ArchRule only(String className, String library) {
        return noClasses()
                .that()
                .haveNameNotMatching(".*\\." + className + "(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library);
    }
}
