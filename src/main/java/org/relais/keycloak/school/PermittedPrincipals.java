package org.relais.keycloak.school;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.keycloak.authorization.fgap.AdminPermissionsSchema;
import org.keycloak.common.Profile.Feature;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.relais.keycloak.platform.EntityManagers;

/**
 * Whom Keycloak's fine-grained permissions make administrators of something: the groups, roles and people that a policy of a
 * permission names. It is read once in a request, and costs nothing where fine-grained permissions are off.
 *
 * @param groupIds    groups whose own members are meant
 * @param extendedIds groups whose members are meant and those of the groups below
 */
record PermittedPrincipals(Set<String> groupIds, Set<String> extendedIds, Set<String> roleIds, Set<String> userIds) {

    private static final PermittedPrincipals NOBODY = new PermittedPrincipals(Set.of(), Set.of(), Set.of(), Set.of());
    private static final JsonMapper JSON = new JsonMapper();

    static PermittedPrincipals of(KeycloakSession session, RealmModel realm) {
        String key = PermittedPrincipals.class.getName() + "/" + realm.getId();
        PermittedPrincipals known = session.getAttribute(key, PermittedPrincipals.class);
        if (known == null) {
            known = permissionsClient(realm)
                    .map(client -> read(session, client.getId()))
                    .orElse(NOBODY);
            session.setAttribute(key, known);
        }
        return known;
    }

    /** Version 2 keeps its policies in a client of its own, version 1 in that of the realm's administration. */
    private static Optional<ClientModel> permissionsClient(RealmModel realm) {
        if (AdminPermissionsSchema.SCHEMA.isAdminPermissionsEnabled(realm)) {
            return Optional.ofNullable(realm.getAdminPermissionsClient());
        }
        return org.keycloak.common.Profile.isFeatureEnabled(Feature.ADMIN_FINE_GRAINED_AUTHZ)
                ? Optional.ofNullable(realm.getClientByClientId(Constants.REALM_MANAGEMENT_CLIENT_ID))
                        .or(() -> Optional.ofNullable(realm.getMasterAdminClient()))
                : Optional.empty();
    }

    private static PermittedPrincipals read(KeycloakSession session, String resourceServerId) {
        PermissionPolicies policies =
                PermissionPolicies.read(new PermissionPolicyStore(EntityManagers.of(session)), resourceServerId);
        Set<String> groups = new HashSet<>();
        Set<String> extended = new HashSet<>();
        items(policies.named("group"))
                .forEach(it -> (it.path("extendChildren").asBoolean() ? extended : groups)
                        .add(it.path("id").asText()));
        Set<String> roles = new HashSet<>();
        items(policies.named("role")).forEach(it -> roles.add(it.path("id").asText()));
        Set<String> users = new HashSet<>();
        items(policies.named("user")).forEach(it -> users.add(it.asText()));
        return new PermittedPrincipals(groups, extended, roles, users);
    }

    /** Whether membership of a group makes an administrator, by the group itself or by a role it gives. */
    boolean contain(GroupModel group) {
        return groupIds.contains(group.getId()) || containAllBelow(group);
    }

    /** Whether that holds for the groups below as well. */
    boolean containAllBelow(GroupModel group) {
        boolean extended = !extendedIds.isEmpty()
                && Stream.iterate(group, Objects::nonNull, GroupModel::getParent)
                        .anyMatch(it -> extendedIds.contains(it.getId()));
        return extended
                || (!roleIds.isEmpty() && Privileges.rolesOf(group).anyMatch(role -> roleIds.contains(role.getId())));
    }

    boolean contain(RealmModel realm, UserModel user) {
        return userIds.contains(user.getId())
                || roleIds.stream()
                        .map(realm::getRoleById)
                        .filter(Objects::nonNull)
                        .anyMatch(user::hasRole)
                || (isAnyGroupNamed() && user.getGroupsStream().anyMatch(this::contain));
    }

    Stream<GroupModel> groups(KeycloakSession session, RealmModel realm) {
        return Stream.concat(groupIds.stream(), extendedIds.stream())
                .map(id -> session.groups().getGroupById(realm, id))
                .filter(Objects::nonNull);
    }

    private boolean isAnyGroupNamed() {
        return !groupIds.isEmpty() || !extendedIds.isEmpty();
    }

    private static Stream<JsonNode> items(Collection<String> lists) {
        return lists.stream().flatMap(list -> {
            try {
                return StreamSupport.stream(JSON.readTree(list).spliterator(), false);
            } catch (JsonProcessingException unreadable) {
                return Stream.empty();
            }
        });
    }
}
