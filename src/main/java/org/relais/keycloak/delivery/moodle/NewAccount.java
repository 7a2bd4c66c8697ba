package org.relais.keycloak.delivery.moodle;

import java.util.Locale;
import org.relais.keycloak.delivery.target.DeliveryError;
import org.relais.keycloak.delivery.target.RemoteAccount;

/** A person as Moodle takes them: its characters, its lengths, no tags; the email address in exactly Keycloak's case. */
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
    DeliveryError problem() {
        if (email.isEmpty()) {
            return DeliveryError.MOODLE_NO_MAIL;
        }
        if (!username.matches("[a-z0-9._@-]+")) {
            return DeliveryError.MOODLE_USERNAME;
        }
        return username.length() > LONGEST || email.length() > LONGEST ? DeliveryError.MOODLE_TOO_LONG : null;
    }

    private static String name(String name, String otherwise) {
        String clean = name == null ? "" : name.replaceAll("[<>]", "").strip();
        String text = clean.isEmpty() ? otherwise.toLowerCase(Locale.ROOT) : clean;
        return text.substring(0, Math.min(LONGEST, text.length()));
    }
}
