package org.relais.keycloak;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The rooms of the house: which stands on which, and what is done only where. */
@AnalyzeClasses(packagesOf = RoomsTest.class, importOptions = ImportOption.DoNotIncludeTests.class)
public class RoomsTest {

    private static final String HOUSE = "org.relais.keycloak";
    private static final List<String> ROOMS = List.of(
            HOUSE + ".problem",
            HOUSE + ".platform",
            HOUSE + ".school",
            HOUSE + ".school.importing",
            HOUSE + ".school.component",
            HOUSE + ".directory.record",
            HOUSE + ".directory.index",
            HOUSE + ".directory",
            HOUSE + ".journal",
            HOUSE + ".grant",
            HOUSE + ".authority",
            HOUSE + ".access",
            HOUSE + ".claim",
            HOUSE + ".gate",
            HOUSE + ".logout",
            HOUSE + ".delivery.target",
            HOUSE + ".delivery",
            HOUSE + ".delivery.reconciliation",
            HOUSE + ".delivery.worker",
            HOUSE + ".delivery.moodle",
            HOUSE + ".delivery.webhook",
            HOUSE + ".notification",
            HOUSE + ".event",
            HOUSE + ".rest.http",
            HOUSE + ".rest.csv",
            HOUSE + ".rest.representation",
            HOUSE + ".rest",
            HOUSE + ".storage");

    @ArchTest
    static void every_class_is_in_a_room(JavaClasses classes) {
        assertThat(classes.stream().map(JavaClass::getPackageName).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(ROOMS);
    }

    /** The ledger stays one room, so that nobody gives an access past a change set. */
    @ArchTest
    static void no_room_but_the_ledger_has_more_than_forty_files(JavaClasses classes) {
        Map<String, Long> files = classes.stream()
                .filter(type -> type.isTopLevelClass()
                        && !type.getSimpleName().endsWith("_$logger")
                        && !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
        files.remove(HOUSE + ".grant");

        assertThat(files.values()).allMatch(count -> count <= 40);
    }

    @ArchTest
    static void every_room_has_a_sign_at_its_door(JavaClasses classes) {
        assertThat(ROOMS)
                .allMatch(room -> Files.exists(Path.of("src/main/java", room.replace('.', '/'), "package-info.java")));
    }

    @ArchTest
    static void a_room_only_uses_the_rooms_before_it(JavaClasses classes) {
        for (int i = 0; i < ROOMS.size() - 1; i++) {
            String[] after = ROOMS.subList(i + 1, ROOMS.size()).toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(ROOMS.get(i))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(after)
                    .check(classes);
        }
    }

    /** The three others work across the stores: whole transactions of their own, and what a deleted realm leaves. */
    @ArchTest
    static final ArchRule only_stores_talk_to_the_database = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Store")
            .and()
            .doNotHaveSimpleName("IdempotencyKeys")
            .and()
            .doNotHaveSimpleName("Erasure")
            .and()
            .doNotHaveSimpleName("Expiry")
            .should()
            .callMethodWhere(target(owner(resideInAPackage("jakarta.persistence"))));

    /** So that no room misses a change. */
    @ArchTest
    static final ArchRule whoever_journals_a_grant_tells_the_other_rooms = noClasses()
            .that()
            .doNotHaveSimpleName("GrantEvents")
            .should()
            .callMethodWhere(target(owner(simpleName("Journal"))).and(target(name("writeOf"))));

    @ArchTest
    static final ArchRule only_entities_are_mapped_to_tables = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Entity")
            .should()
            .beAnnotatedWith(jakarta.persistence.Entity.class);

    /**
     * Keycloak wants to be told how a client policy refuses, and how a step does where there is no page. The answer to a
     * permission ticket is looked at before it leaves.
     */
    @ArchTest
    static final ArchRule only_rest_knows_http = noClasses()
            .that()
            .resideOutsideOfPackage(HOUSE + ".rest..")
            .and()
            .doNotHaveFullyQualifiedName(HOUSE + ".gate.AccessDeniedResponse")
            .and()
            .doNotHaveFullyQualifiedName(HOUSE + ".gate.GateExecutor")
            .and()
            .doNotHaveFullyQualifiedName(HOUSE + ".gate.GatePermissionTicket")
            .and()
            .doNotHaveFullyQualifiedName(HOUSE + ".gate.GateExecutor$Refused")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.ws.rs..");

    @ArchTest
    static final ArchRule the_clock_is_given = noClasses()
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now");

    /**
     * What outlives a request and grows with what callers bring along is bounded. The three others have as many entries as a
     * Moodle has cohorts of ours, a server has targets, and imports are under way.
     */
    @ArchTest
    static final ArchRule what_outlives_a_request_is_bounded = noClasses()
            .that()
            .doNotHaveSimpleName("CohortCache")
            .and()
            .doNotHaveSimpleName("Dispatcher")
            .and()
            .doNotHaveSimpleName("SchoolImportWorker")
            .should()
            .callConstructor(ConcurrentHashMap.class)
            .orShould()
            .callMethod(ConcurrentHashMap.class, "newKeySet");

    @ArchTest
    static final ArchRule a_class_is_named_after_what_it_is =
            noClasses().should().haveNameMatching(".*(Utils?|Helpers?|Impl)");
}
