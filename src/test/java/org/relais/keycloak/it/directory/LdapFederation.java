package org.relais.keycloak.it.directory;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.relais.keycloak.it.support.people.OfficialRecordFixture;
import org.relais.keycloak.it.support.server.TestRealm;
import org.relais.keycloak.it.support.stub.LdapDirectory;

/** A realm's federation with a directory, whose functions are imported. */
final class LdapFederation {

    private final TestRealm realm;
    private final String id;

    private LdapFederation(TestRealm realm, String id) {
        this.realm = realm;
        this.id = id;
    }

    static LdapFederation of(TestRealm realm, LdapDirectory directory) {
        String id = realm.admin()
                .post(
                        "/components",
                        component(
                                        "ldap",
                                        null,
                                        Map.of(
                                                "enabled", "true",
                                                "vendor", "other",
                                                "connectionUrl", directory.url(),
                                                "bindDn", LdapDirectory.ADMINISTRATOR,
                                                "bindCredential", LdapDirectory.SECRET,
                                                "usersDn", LdapDirectory.PEOPLE,
                                                "usernameLDAPAttribute", "uid",
                                                "rdnLDAPAttribute", "uid",
                                                "uuidLDAPAttribute", "entryUUID",
                                                "userObjectClasses", "inetOrgPerson, ENTPerson"))
                                .withSettings(Map.of(
                                        "authType", "simple",
                                        "editMode", "READ_ONLY",
                                        "importEnabled", "true",
                                        "syncRegistrations", "false",
                                        "trustEmail", "true",
                                        "searchScope", "1"))
                                .body())
                .expect(201)
                .createdId();
        var federation = new LdapFederation(realm, id);
        federation.mapper(
                "functions",
                "user-attribute-ldap-mapper",
                Map.of(
                        "ldap.attribute",
                        OfficialRecordFixture.FUNCTIONS,
                        "user.model.attribute",
                        OfficialRecordFixture.FUNCTIONS,
                        "read.only",
                        "true",
                        "always.read.value.from.ldap",
                        "false"));
        return federation;
    }

    /** The groups of a school. @param mode READ_ONLY or IMPORT */
    LdapFederation groupsOf(String uai, String mode) {
        return mapper(
                "groups of " + uai,
                "group-ldap-mapper",
                Map.of(
                        "groups.dn", LdapDirectory.GROUPS,
                        "group.name.ldap.attribute", "cn",
                        "group.object.classes", "groupOfNames",
                        "preserve.group.inheritance", "false",
                        "membership.ldap.attribute", "member",
                        "membership.attribute.type", "DN",
                        "groups.path", "/etablissements/" + uai,
                        "groups.ldap.filter", "(cn=" + uai + "_*)",
                        "mode", mode));
    }

    void syncAll() {
        sync("triggerFullSync");
    }

    void syncChanges() {
        sync("triggerChangedUsersSync");
    }

    void remove() {
        realm.admin().delete("/components/" + id).expect(204);
    }

    private void sync(String action) {
        JsonNode result = realm.admin()
                .post("/user-storage/" + id + "/sync?action=" + action, null)
                .expect(200)
                .json();
        if (result.path("failed").asInt() > 0) {
            throw new AssertionError(result.toString());
        }
    }

    private LdapFederation mapper(String name, String provider, Map<String, String> settings) {
        Component mapper = component(provider, id, settings);
        mapper.body.put("name", name);
        mapper.body.put("providerType", "org.keycloak.storage.ldap.mappers.LDAPStorageMapper");
        realm.admin().post("/components", mapper.body()).expect(201);
        return this;
    }

    private static Component component(String provider, String parent, Map<String, String> settings) {
        Map<String, Object> body = new HashMap<>();
        body.put("name", provider);
        body.put("providerId", provider);
        body.put("providerType", "org.keycloak.storage.UserStorageProvider");
        if (parent != null) {
            body.put("parentId", parent);
        }
        return new Component(body, new HashMap<>()).withSettings(settings);
    }

    private record Component(Map<String, Object> body, Map<String, List<String>> config) {

        Component withSettings(Map<String, String> settings) {
            settings.forEach((name, value) -> config.put(name, List.of(value)));
            body.put("config", config);
            return this;
        }
    }
}
