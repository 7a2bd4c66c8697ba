package org.relais.keycloak.delivery.moodle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.relais.keycloak.delivery.target.DeliveryError;
import org.relais.keycloak.delivery.target.DesiredState;
import org.relais.keycloak.delivery.target.TargetUnavailable;

/** Moodle's accounts: read, created, changed. */
record MoodleUsers(MoodleApi api, UsernamePolicy policy, String auth) {

    NewAccount account(DesiredState person) {
        return NewAccount.of(person.account(), policy);
    }

    /** Accounts by their ids. Better none than not all. */
    List<MoodleUser> withIds(Collection<String> ids) {
        List<MoodleUser> users = new ArrayList<>();
        if (!Batches.send(List.copyOf(ids), batch -> users.addAll(with("id", batch)))
                .isEmpty()) {
            throw new TargetUnavailable(DeliveryError.MOODLE_TROUBLE);
        }
        return users;
    }

    List<MoodleUser> with(String field, List<String> values) {
        MoodleForm form = new MoodleForm().with("field", field);
        for (int i = 0; i < values.size(); i++) {
            form.with("values[" + i + "]", values.get(i));
        }
        List<MoodleUser> users = new ArrayList<>();
        api.ask("core_user_get_users_by_field", form).forEach(user -> users.add(MoodleUser.read(user)));
        return users;
    }

    /** Creates accounts; returns them by the id of their user. Whoever is missing was not taken. */
    Map<String, MoodleUser> create(List<NewAccount> accounts) {
        Map<String, MoodleUser> created = new HashMap<>();
        Batches.send(accounts, batch -> {
            MoodleForm form = new MoodleForm();
            for (int i = 0; i < batch.size(); i++) {
                NewAccount account = batch.get(i);
                String user = "users[" + i + "]";
                form.with(user + "[username]", account.username())
                        .with(user + "[auth]", auth)
                        .with(user + "[firstname]", account.firstName())
                        .with(user + "[lastname]", account.lastName())
                        .with(user + "[email]", account.email())
                        .with(user + "[idnumber]", MoodleUser.marked(account.userId()));
            }
            Map<String, String> ids = new HashMap<>();
            for (JsonNode user : api.call("core_user_create_users", form)) {
                ids.put(user.path("username").asText(), user.path("id").asText());
            }
            batch.stream()
                    .filter(account -> ids.containsKey(account.username()))
                    .forEach(account -> created.put(account.userId(), of(account, ids.get(account.username()))));
        });
        return created;
    }

    /** Gives accounts of ours the mark, the names and the address of their user, and opens them; returns the ids refused. */
    List<String> update(Map<String, NewAccount> byId) {
        return Batches.send(List.copyOf(byId.keySet()), batch -> {
            MoodleForm form = new MoodleForm();
            for (int i = 0; i < batch.size(); i++) {
                NewAccount account = byId.get(batch.get(i));
                String user = "users[" + i + "]";
                form.with(user + "[id]", batch.get(i))
                        .with(user + "[firstname]", account.firstName())
                        .with(user + "[lastname]", account.lastName())
                        .with(user + "[email]", account.email())
                        .with(user + "[idnumber]", MoodleUser.marked(account.userId()))
                        .with(user + "[suspended]", 0);
            }
            requireNoWarning(api.call("core_user_update_users", form));
        });
    }

    /** Closes accounts, which also ends their open sessions; returns the ids refused. */
    List<String> suspend(Collection<String> ids) {
        return Batches.send(List.copyOf(ids), batch -> {
            MoodleForm form = new MoodleForm();
            for (int i = 0; i < batch.size(); i++) {
                form.with("users[" + i + "][id]", batch.get(i)).with("users[" + i + "][suspended]", 1);
            }
            requireNoWarning(api.call("core_user_update_users", form));
        });
    }

    /** An account once it is as it should be. */
    static MoodleUser of(NewAccount account, String id) {
        return new MoodleUser(
                id,
                account.username(),
                account.email(),
                account.firstName(),
                account.lastName(),
                MoodleUser.marked(account.userId()),
                false);
    }

    /** A warning means a row that was not done, and does not say reliably which. */
    private static void requireNoWarning(JsonNode answer) {
        if (!answer.path("warnings").isEmpty()) {
            throw new MoodleRefusal("warnings");
        }
    }
}
