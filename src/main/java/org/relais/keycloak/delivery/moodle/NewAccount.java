package org.relais.keycloak.delivery.moodle;

import java.util.Locale;
import org.relais.keycloak.delivery.target.RemoteAccount;

/** A person as Moodle takes them: its letters, its lengths, no tags; the mail address in exactly Keycloak's case. */
record NewAccount(String userId, String username, String email, String firstName, String lastName) {

    private static final int LONGEST = 100;

    static NewAccount of(RemoteAccount account, UsernamePolicy policy) {
        String username = policy.usernameOf(account);
        return new NewAccount(
                account.id(),
                username,
                account.email() == null ? "" : account.email().strip(),
                name(account.firstName(), account.username()),
                name(account.lastName(), account.username()));
    }

    /** Why Moodle would not take it; null if it would. */
    String problem() {
        if (email.isEmpty()) {
            return "moodle-no-mail";
        }
        if (!username.matches("[a-z0-9._@-]+")) {
            return "moodle-username";
        }
        return username.length() > LONGEST || email.length() > LONGEST ? "moodle-too-long" : null;
    }

    private static String name(String name, String otherwise) {
        String clean = name == null ? "" : name.replaceAll("[<>]", "").strip();
        String text = clean.isEmpty() ? otherwise.toLowerCase(Locale.ROOT) : clean;
        return text.substring(0, Math.min(LONGEST, text.length()));
    }
}
