package org.relais.keycloak.bench.seed;

import java.sql.Connection;

/** The groups of the schools, and PRONOTE for those who have one. */
final class Groups {

    private final Connection connection;
    private final Academy academy;
    private final RealmRow realm;
    private final long now;

    Groups(Connection connection, Academy academy, RealmRow realm, long now) {
        this.connection = connection;
        this.academy = academy;
        this.realm = realm;
        this.now = now;
    }

    void write() {
        writeGroups();
        writeAttributes();
        writeClients();
    }

    private void writeGroups() {
        try (CopyIn table = new CopyIn(
                connection,
                "KEYCLOAK_GROUP",
                "ID, NAME, DESCRIPTION, PARENT_GROUP, REALM_ID, TYPE, CREATED_TIMESTAMP, LAST_MODIFIED_TIMESTAMP")) {
            for (School school : academy.schools()) {
                table.row(
                        school.id(),
                        school.uai(),
                        "École n° " + school.number(),
                        realm.root(),
                        realm.id(),
                        0,
                        now,
                        now);
                for (String suffix : Suffixes.ALL) {
                    table.row(
                            school.groupId(suffix),
                            school.groupName(suffix),
                            null,
                            school.id(),
                            realm.id(),
                            0,
                            now,
                            now);
                }
            }
        }
    }

    private void writeAttributes() {
        try (CopyIn table = new CopyIn(connection, "GROUP_ATTRIBUTE", "ID, NAME, VALUE, GROUP_ID")) {
            long number = 1_000_000_000L;
            for (School school : academy.schools()) {
                table.row(Ids.of(Ids.ATTRIBUTE, number++), "uai", school.uai(), school.id());
                table.row(Ids.of(Ids.ATTRIBUTE, number++), "type", school.hasPronote() ? "CLG" : "ECOLE", school.id());
                for (String suffix : Suffixes.ALL) {
                    table.row(Ids.of(Ids.ATTRIBUTE, number++), "relais.profile", suffix, school.groupId(suffix));
                }
            }
        }
    }

    private void writeClients() {
        try (CopyIn table = new CopyIn(
                connection,
                "CLIENT",
                "ID, CLIENT_ID, NAME, REALM_ID, ENABLED, FULL_SCOPE_ALLOWED, PUBLIC_CLIENT, PROTOCOL, STANDARD_FLOW_ENABLED,"
                        + " CLIENT_AUTHENTICATOR_TYPE, NOT_BEFORE, NODE_REREG_TIMEOUT")) {
            academy.schools().stream()
                    .filter(School::hasPronote)
                    .forEach(school -> table.row(
                            Ids.of(Ids.CLIENT, school.number()),
                            "pronote-" + school.uai(),
                            "PRONOTE " + school.uai(),
                            realm.id(),
                            true,
                            false,
                            true,
                            "openid-connect",
                            true,
                            "client-secret",
                            0,
                            0));
        }
    }
}
