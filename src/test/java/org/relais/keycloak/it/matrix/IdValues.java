package org.relais.keycloak.it.matrix;

import static org.relais.keycloak.it.support.people.TestPerson.aPerson;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.relais.keycloak.it.support.people.TestPerson;
import org.relais.keycloak.it.support.server.TestProfiles;

/** The ids of {@link IdMatrix}: one of a kind for each scope. */
final class IdValues {

    static final String HIDDEN_FIRST_NAME = "Xyrolandre";
    static final String HIDDEN_LAST_NAME = "Qwivelec";

    private static final String SIBLING = "eleves-invites";

    private final MatrixFixture fixture;
    private final Map<List<Object>, String> kept = new HashMap<>();
    private final Map<String, String> claimed = new HashMap<>();
    private final String claimedByAnother;

    IdValues(MatrixFixture fixture) {
        this.fixture = fixture;
        this.claimedByAnother =
                fixture.own().grantClaimedBy(fixture.people(Scope.OWN).addSomebody());
    }

    /** One for all requests that do nothing with it. */
    String kept(String kind, IdScope scope) {
        return kept.computeIfAbsent(List.of(kind, scope), any -> fresh(kind, scope));
    }

    /** A grant that waits for a bearer; for any other id, one that waits for somebody else. */
    String grantClaimedBy(String id) {
        return claimed.getOrDefault(id, claimedByAnother);
    }

    String fresh(String kind, IdScope scope) {
        return switch (scope) {
            case MALFORMED -> "f:x y";
            case UNKNOWN -> unknown(kind);
            case HIDDEN -> hidden(kind);
            case SIBLING -> sibling(kind);
            case OWN -> of(kind, Scope.OWN);
            case OTHER_SCHOOL -> of(kind, Scope.OTHER_SCHOOL);
            case OTHER_REALM -> of(kind, Scope.OTHER_REALM);
        };
    }

    private String of(String kind, Scope scope) {
        TestSchool school = fixture.school(scope);
        return switch (kind) {
            case "uai" -> school.uai();
            case "group" -> school.assistants();
            case "grant" -> school.grant();
            case "person" -> fixture.people(scope).addSomebody();
            case "bearer" ->
                scope == Scope.OWN ? bearer() : fixture.people(scope).addSomebody();
            case "name" -> aPerson().in(school.realm()).username();
            case "suffix" -> "AES";
            case "type" -> "aesh";
            case "component" ->
                TestProfiles.of(school.realm()).named("AED").get("id").asText();
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private String bearer() {
        String person = fixture.people(Scope.OWN).addSomebody();
        claimed.put(person, fixture.own().grantClaimedBy(person));
        return person;
    }

    private String sibling(String kind) {
        TestSchool school = fixture.own();
        return switch (kind) {
            case "suffix" -> SIBLING;
            case "grant" -> school.grant(SIBLING, fixture.people(Scope.OWN).addSomebody());
            case "group" -> {
                school.grant(SIBLING, fixture.people(Scope.OWN).addSomebody());
                yield fixture.realm().groupId(school.uai() + "_" + SIBLING);
            }
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private String hidden(String kind) {
        return switch (kind) {
            case "person", "bearer" -> pupil().id();
            case "name" -> pupil().username();
            case "type" -> "eleves";
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private TestPerson pupil() {
        return aPerson()
                .called(HIDDEN_FIRST_NAME, HIDDEN_LAST_NAME)
                .with("ENTPersonProfils", "National_ELV")
                .in(fixture.realm());
    }

    private static String unknown(String kind) {
        return switch (kind) {
            case "uai" -> "0359999Z";
            case "suffix", "type" -> "nothing";
            case "name" -> "attendu." + UUID.randomUUID();
            default -> UUID.randomUUID().toString();
        };
    }
}
