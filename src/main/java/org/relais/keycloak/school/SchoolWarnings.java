package org.relais.keycloak.school;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.GroupModel;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.problem.Problem;

/** What is odd in the schools of a realm. A fixed number of statements: it reads schools, not their groups. */
public final class SchoolWarnings {

    private static final int NAMED = 5;

    private final RealmContext context;
    private final SchoolChecks checks;

    public SchoolWarnings(RealmContext context) {
        this.context = context;
        this.checks = new SchoolChecks(context);
    }

    public List<Problem> all() {
        return Stream.of(falseSchools(), contradictingGroups(), withoutHead(), withoutClients(), privilegedGroups())
                .flatMap(problems -> problems)
                .toList();
    }

    private Stream<Problem> falseSchools() {
        return named(SchoolWarning.WARNING_FALSE_SCHOOL, checks.falseSchools());
    }

    private Stream<Problem> contradictingGroups() {
        return named(SchoolWarning.WARNING_CONTRADICTING_PROFILE, checks.contradictingGroups());
    }

    private Stream<Problem> withoutHead() {
        return named(SchoolWarning.WARNING_NO_HEAD, checks.withoutHead());
    }

    private Stream<Problem> withoutClients() {
        return Profiles.of(context.realm()).all().stream()
                .flatMap(profile -> profile.clients().stream())
                .filter(ClientPattern::isPerSchool)
                .distinct()
                .flatMap(this::withoutClient);
    }

    private Stream<Problem> withoutClient(ClientPattern pattern) {
        List<String> without = checks.withoutClient(pattern);
        return without.isEmpty()
                ? Stream.empty()
                : Stream.of(Problem.general(
                        SchoolWarning.WARNING_SCHOOL_CLIENT, pattern.text(), without.size(), first(without)));
    }

    private Stream<Problem> privilegedGroups() {
        return new Privileges(context.session())
                .carriedUnderTheSchoolsRoot(context.realm())
                .map(GroupModel::getName)
                .map(name -> Problem.at(name, SchoolWarning.WARNING_PRIVILEGED_GROUP, name));
    }

    private static Stream<Problem> named(SchoolWarning warning, List<String> groups) {
        return groups.isEmpty() ? Stream.empty() : Stream.of(Problem.general(warning, groups.size(), first(groups)));
    }

    private static String first(List<String> schools) {
        return schools.stream().limit(NAMED).collect(Collectors.joining(", ")) + (schools.size() > NAMED ? ", …" : "");
    }
}
