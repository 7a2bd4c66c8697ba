package org.relais.keycloak.it.support.people;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.relais.keycloak.it.support.server.TestRealm;

/** An account as an administrator creates it by the stock Admin API; its email address is not verified. */
public final class AccountToCreate {

    private final String username;
    private String mail;

    private AccountToCreate(String username) {
        this.username = username;
        this.mail = DemoNames.email(username);
    }

    public static AccountToCreate anAccount(String username) {
        return new AccountToCreate(username);
    }

    public AccountToCreate mail(String address) {
        mail = address;
        return this;
    }

    /** Creates it and returns its id. */
    public String in(TestRealm realm) {
        return realm.admin().post("/users", representation()).expect(201).createdId();
    }

    private Map<String, Object> representation() {
        Map<String, Object> user = new HashMap<>();
        user.put("username", username);
        user.put("email", mail);
        user.put("firstName", "Léna");
        user.put("lastName", "Hascoët");
        user.put("enabled", true);
        user.put("credentials", List.of(Map.of("type", "password", "value", TestRealm.PASSWORD, "temporary", false)));
        return user;
    }
}
