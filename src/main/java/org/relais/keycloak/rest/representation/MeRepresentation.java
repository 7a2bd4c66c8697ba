package org.relais.keycloak.rest.representation;

import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.relais.keycloak.directory.People;
import org.relais.keycloak.directory.record.Person;
import org.relais.keycloak.grant.ChangeSet;
import org.relais.keycloak.platform.Impersonator;
import org.relais.keycloak.rest.http.RequestContext;
import org.relais.keycloak.school.ManagedGroup;
import org.relais.keycloak.school.School;

/** The caller, the schools where the caller manages groups, and the limits of the API. */
@Schema(name = "Me")
public record MeRepresentation(
        String id,
        String username,
        String name,

        @Schema(description = "Whether the caller manages any group")
        boolean manager,

        @Schema(description = "Schools in which the caller manages a group")
        List<School> schools,

        @Schema(examples = "Europe/Paris") String timeZone,
        @Schema(examples = "fr") String locale,
        Limits limits,

        @Schema(
                description = "The administrator who acts in the caller's session, by impersonation;"
                        + " absent where the caller does")
        NamedReference impersonator,

        @Schema(description = "Whether the caller may change nothing, because the realm refuses it in such a session")
        boolean readOnly,

        @Schema(description = NamedReference.NAME_DECLARED) Boolean nameDeclared) {

    public static MeRepresentation of(RequestContext call) {
        Person person = new People(call.context()).describe(call.authority().user());
        List<School> schools = call.authority().groups().stream()
                .map(ManagedGroup::school)
                .distinct()
                .toList();
        return new MeRepresentation(
                person.id(),
                person.username(),
                person.name(),
                !schools.isEmpty(),
                schools,
                call.academy().timeZone().getId(),
                call.locale().toLanguageTag(),
                Limits.ofTheApi(),
                impersonator(call),
                !call.authority().mayChangeAnything(),
                person.nameDeclared());
    }

    /** Who acts in the caller's session; null where the caller does. */
    static NamedReference impersonator(RequestContext call) {
        return call.authority().impersonator().map(it -> shown(call, it)).orElse(null);
    }

    /** An impersonator whose account no longer exists goes by the name in the session. */
    private static NamedReference shown(RequestContext call, Impersonator impersonator) {
        Person known = new ReferencedPeople(call)
                .withIds(Stream.empty(), Stream.of(impersonator.id()))
                .get(impersonator.id());
        return new NamedReference(impersonator.id(), known == null ? impersonator.username() : known.name());
    }

    /** What requests must keep to. */
    @Schema(name = "Limits")
    public record Limits(int linesPerChange, int shortestQuery, int longestQuery) {

        static Limits ofTheApi() {
            return new Limits(ChangeSet.MOST_LINES, People.SHORTEST_QUERY, People.LONGEST_QUERY);
        }
    }
}
