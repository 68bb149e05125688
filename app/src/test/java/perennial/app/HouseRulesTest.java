package perennial.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// The rules of the house, for the code of every module.
class HouseRulesTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("-tests.jar")) // those of other modules, once packed
            .importPackages("perennial");

    private static final Set<String> CLOCK_METHODS = Set.of(
            "now",
            "system",
            "systemUTC",
            "systemDefaultZone",
            "systemDefault",
            "currentTimeMillis",
            "nanoTime",
            "getenv",
            "tickSeconds",
            "tickMillis",
            "tickMinutes");

    @Test
    void the_house_has_its_rooms() {
        assertThat(HOUSE.stream().map(JavaClass::getPackageName))
                .contains("perennial.core.question", "perennial.store", "perennial.app");
    }

    @Test
    void core_knows_nothing_but_the_language_mathematics_and_itself() {
        classes()
                .that()
                .resideInAPackage("perennial.core..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "perennial.core..",
                        "java.lang..",
                        "java.math..",
                        "java.text..",
                        "java.time..",
                        "java.util..",
                        "java.nio",
                        "java.nio.charset",
                        "java.security", // to draw by a hash
                        "org.apache.commons.statistics.distribution..",
                        "org.jspecify.annotations..")
                .because("core does no I/O, SQL, JSON or HTTP, so that the same questions run anywhere")
                .check(HOUSE);
    }

    @Test
    void nothing_below_main_reads_the_clock_the_default_zone_or_the_environment() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(Main.class.getName())
                .and()
                .resideOutsideOfPackage("perennial.bench..")
                .should()
                .accessTargetWhere(
                        new DescribedPredicate<JavaAccess<?>>("reads the clock, the zone or the environment") {
                            @Override
                            public boolean test(JavaAccess<?> access) {
                                String owner = access.getTargetOwner().getName();
                                return CLOCK_METHODS.contains(access.getName())
                                        && (owner.startsWith("java.time.") || owner.equals("java.lang.System"));
                            }
                        })
                .because("time and surroundings come in as data, so that every answer can be repeated")
                .check(HOUSE);
    }

    @Test
    void the_store_does_not_know_who_uses_it() {
        noClasses()
                .that()
                .resideInAPackage("perennial.store..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "perennial.app..",
                        "perennial.bench..",
                        "perennial.server..",
                        "picocli..",
                        "org.springframework..")
                .check(HOUSE);
    }

    @Test
    void the_server_is_used_by_the_program_alone_and_knows_nothing_of_it() {
        noClasses()
                .that()
                .resideInAPackage("perennial.server..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("perennial.app..", "perennial.bench..", "picocli..")
                .check(HOUSE);
    }

    @Test
    void only_the_store_opens_the_database() {
        noClasses()
                .that()
                .resideInAnyPackage("perennial.app..", "perennial.server..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.duckdb..")
                .check(HOUSE);
    }

    @Test
    void packages_form_no_cycles() {
        slices().matching("perennial.(*).(*)..").should().beFreeOfCycles().check(HOUSE);
        slices().matching("perennial.(*)..").should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void every_package_says_what_it_is_and_that_it_knows_no_null() {
        Stream<JavaPackage> packages = HOUSE.stream().map(JavaClass::getPackage).distinct();
        assertThat(packages)
                .allSatisfy(each -> assertThat(each.isAnnotatedWith(NullMarked.class))
                        .as("package-info of " + each.getName() + " with @NullMarked")
                        .isTrue());
    }

    @Test
    void no_class_has_a_name_that_says_nothing() {
        noClasses()
                .should()
                .haveNameMatching(".*(Helper|Helpers|Util|Utils|Manager|Common|Misc)")
                .because("a class is named after a noun of the domain")
                .check(HOUSE);
    }
}
