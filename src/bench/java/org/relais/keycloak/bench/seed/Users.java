package org.relais.keycloak.bench.seed;

import java.sql.Connection;
import java.util.List;

/** The accounts: everybody with a name and what the directory says, the staff with a password too. */
final class Users {

    private final Connection connection;
    private final Academy academy;
    private final RealmRow realm;
    private final long now;

    Users(Connection connection, Academy academy, RealmRow realm, long now) {
        this.connection = connection;
        this.academy = academy;
        this.realm = realm;
        this.now = now;
    }

    void write() {
        writeAccounts();
        writeAttributes();
        writeRoles();
        writePasswords();
    }

    private void writeAccounts() {
        try (CopyIn table = new CopyIn(
                connection,
                "USER_ENTITY",
                "ID, REALM_ID, USERNAME, FIRST_NAME, LAST_NAME, EMAIL, EMAIL_CONSTRAINT, EMAIL_VERIFIED, ENABLED,"
                        + " NOT_BEFORE, CREATED_TIMESTAMP")) {
            for (Person person : academy.people()) {
                String mail = person.username() + "@academie.example";
                table.row(
                        person.id(),
                        realm.id(),
                        person.username(),
                        person.first(),
                        person.last(),
                        mail,
                        mail,
                        true,
                        true,
                        0,
                        now);
            }
        }
    }

    private void writeAttributes() {
        try (CopyIn table = new CopyIn(connection, "USER_ATTRIBUTE", "ID, NAME, VALUE, USER_ID")) {
            long number = 0;
            for (Person person : academy.people()) {
                table.row(
                        Ids.of(Ids.ATTRIBUTE, number++),
                        "ENTPersonProfils",
                        person.kind().nationalProfile,
                        person.id());
                String function = person.kind().function;
                if (function != null) {
                    table.row(Ids.of(Ids.ATTRIBUTE, number++), "title", function, person.id());
                }
                for (School school : person.schools()) {
                    table.row(Ids.of(Ids.ATTRIBUTE, number++), "ENTPersonStructRattach", school.uai(), person.id());
                    if (function != null) {
                        String value = school.uai() + "$" + function;
                        table.row(Ids.of(Ids.ATTRIBUTE, number++), "ENTPersonFonctions", value, person.id());
                    }
                }
            }
        }
    }

    private void writeRoles() {
        try (CopyIn table = new CopyIn(connection, "USER_ROLE_MAPPING", "ROLE_ID, USER_ID")) {
            academy.people().forEach(person -> table.row(realm.defaultRole(), person.id()));
        }
    }

    private void writePasswords() {
        List<Person> staff = academy.staff();
        Password password = Password.forEverybody();
        try (CopyIn table = new CopyIn(
                connection,
                "CREDENTIAL",
                "ID, TYPE, USER_ID, CREATED_DATE, SECRET_DATA, CREDENTIAL_DATA, PRIORITY, VERSION")) {
            for (int i = 0; i < staff.size(); i++) {
                table.row(
                        Ids.of(Ids.CREDENTIAL, i),
                        "password",
                        staff.get(i).id(),
                        now,
                        password.secretData(),
                        password.credentialData(),
                        10,
                        0);
            }
        }
    }
}
