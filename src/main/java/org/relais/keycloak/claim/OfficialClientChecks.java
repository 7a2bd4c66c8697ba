package org.relais.keycloak.claim;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.GroupModel;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.ScopeContainerModel;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.problem.Problem;
import org.relais.keycloak.school.OfficialOnlyClients;
import org.relais.keycloak.school.Privileges;
import org.relais.keycloak.school.Schools;

/**
 * Finds where Keycloak itself would tell an application for official members only of a granted membership: by Keycloak's own
 * group mappers, and by roles that are mapped to groups.
 */
public final class OfficialClientChecks {

    private static final Set<String> GROUP_MAPPERS =
            Set.of("oidc-group-membership-mapper", "saml-group-membership-mapper");
    private static final Set<String> ATTRIBUTE_MAPPERS =
            Set.of("oidc-usermodel-attribute-mapper", "saml-user-attribute-mapper");

    /** Attributes of schools and managed groups; Keycloak looks there for what the person lacks. */
    private static final Set<String> GROUP_ATTRIBUTES = Set.of("uai", "type", "relais.profile");

    private final RealmModel realm;
    private final OfficialOnlyClients officialOnly;
    private final Privileges privileges;
    private final Schools schools;

    public OfficialClientChecks(RealmContext context) {
        this.realm = context.realm();
        this.officialOnly = new OfficialOnlyClients(context.session(), realm);
        this.privileges = new Privileges(context.session());
        this.schools = new Schools(context.session(), realm);
    }

    public List<Problem> all() {
        List<GroupModel> withRoles =
                privileges.groupsWithRoles(realm).filter(this::mayHaveGrants).toList();
        return officialOnly
                .applications()
                .flatMap(client -> Stream.concat(mappers(client), roles(client, withRoles)))
                .toList();
    }

    /** Schools and the groups above them pass their roles on to the groups of all profiles. */
    private boolean mayHaveGrants(GroupModel group) {
        return schools.managedGroup(group)
                .map(managed -> managed.profile().population().takesGrants())
                .orElse(true);
    }

    private static Stream<Problem> mappers(ClientModel client) {
        return Stream.concat(
                        client.getProtocolMappersStream(),
                        scopesOf(client).flatMap(ClientScopeModel::getProtocolMappersStream))
                .filter(OfficialClientChecks::tellsOfGroups)
                .map(mapper -> Problem.at(
                        client.getClientId(),
                        ClaimProblem.WARNING_OFFICIAL_MAPPER,
                        client.getClientId(),
                        mapper.getName()));
    }

    private static boolean tellsOfGroups(ProtocolMapperModel mapper) {
        String attribute = Objects.requireNonNullElse(mapper.getConfig().get("user.attribute"), "");
        return GROUP_MAPPERS.contains(mapper.getProtocolMapper())
                || ATTRIBUTE_MAPPERS.contains(mapper.getProtocolMapper()) && GROUP_ATTRIBUTES.contains(attribute);
    }

    /** One group is named; what solves it there solves it for all. */
    private static Stream<Problem> roles(ClientModel client, List<GroupModel> withRoles) {
        return withRoles.stream()
                .filter(group -> Privileges.rolesOf(group).anyMatch(role -> reaches(client, role)))
                .limit(1)
                .map(group -> Problem.at(
                        client.getClientId(),
                        ClaimProblem.WARNING_OFFICIAL_ROLE,
                        client.getClientId(),
                        group.getName()));
    }

    private static boolean reaches(ClientModel client, RoleModel role) {
        return Stream.concat(Stream.<ScopeContainerModel>of(client), scopesOf(client))
                .anyMatch(scope -> scope.hasScope(role));
    }

    private static Stream<ClientScopeModel> scopesOf(ClientModel client) {
        return Stream.of(true, false).flatMap(byDefault -> client.getClientScopes(byDefault).values().stream());
    }
}
