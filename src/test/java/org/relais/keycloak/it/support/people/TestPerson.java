package org.relais.keycloak.it.support.people;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.relais.keycloak.it.support.server.TestRealm;

/** Somebody with an account of whom no other test knows. */
public record TestPerson(String id, String username) {

    public static Builder aPerson() {
        return new Builder();
    }

    /** One of the demo's people. */
    public static TestPerson known(TestRealm realm, String username) {
        return new TestPerson(realm.userId(username), username);
    }

    /** The address of whoever was given no other. */
    public String email() {
        return DemoNames.email(username);
    }

    /** Their grants in the realm, as an administrator reads them. */
    public JsonNode grantsIn(TestRealm realm) {
        return realm.admin()
                .get("/relais/grants?person=" + id)
                .expect(200)
                .json()
                .get("items");
    }

    public static final class Builder {

        private final Map<String, Object> user = new LinkedHashMap<>();
        private final Map<String, List<String>> attributes = new LinkedHashMap<>();
        private final List<String> groups = new ArrayList<>();
        private String mail;
        private String username = "p-" + UUID.randomUUID().toString().substring(0, 13);

        private Builder() {
            user.put("firstName", "Enora");
            user.put("lastName", "Le Bras");
            user.put("enabled", true);
        }

        public Builder identifiedBy(String name) {
            username = name;
            return this;
        }

        public Builder called(String firstName, String lastName) {
            user.put("firstName", firstName);
            user.put("lastName", lastName);
            return this;
        }

        /** A verified address. */
        public Builder withMail(String address) {
            mail = address;
            return this;
        }

        public Builder disabled() {
            user.put("enabled", false);
            return this;
        }

        public Builder speaking(String language) {
            return with("locale", language);
        }

        public Builder with(String attribute, String... values) {
            attributes.put(attribute, List.of(values));
            return this;
        }

        /** An official member of a managed group, given by its technical name. */
        public Builder officiallyIn(String group) {
            groups.add("/etablissements/" + group.substring(0, group.indexOf('_')) + "/" + group);
            return this;
        }

        /** With the password everybody has. */
        public Builder whoSignsIn() {
            user.put("credentials", List.of(Map.of("type", "password", "value", TestRealm.PASSWORD)));
            return this;
        }

        public TestPerson in(TestRealm realm) {
            user.put("username", username);
            user.put("email", mail == null ? DemoNames.email(username) : mail);
            user.put("emailVerified", true);
            user.put("attributes", attributes);
            user.put("groups", groups);
            return new TestPerson(realm.admin().post("/users", user).expect(201).createdId(), username);
        }
    }
}
