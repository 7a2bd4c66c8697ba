package org.relais.keycloak.notification;

import java.util.Map;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.relais.keycloak.school.Academy;

/** Which mails a realm sends, and to whom. */
final class MailPolicy {

    private final RealmModel realm;
    private final Academy academy;

    MailPolicy(RealmModel realm) {
        this.realm = realm;
        this.academy = Academy.of(realm);
    }

    /** Without a mail server nothing is sent: no row waits for one that may never come. */
    boolean sends(NoticeKind kind) {
        return hasMailServer(realm) && academy.mails().contains(kind.mailType());
    }

    static boolean hasMailServer(RealmModel realm) {
        Map<String, String> smtp = realm.getSmtpConfig();
        return isThere(smtp.get("host")) && isThere(smtp.get("from"));
    }

    /** An address that people enter themselves counts once verified, where the realm verifies them. */
    boolean reaches(UserModel person) {
        return person != null
                && person.isEnabled()
                && person.getServiceAccountClientLink() == null
                && isThere(person.getEmail())
                && (person.isEmailVerified() || !realm.isVerifyEmail());
    }

    private static boolean isThere(String text) {
        return text != null && !text.isBlank();
    }
}
