package org.relais.keycloak.notification;

/** Names that others wrote, fit for the subject and the body of a mail. */
final class MailText {

    private MailText() {}

    /** On one line, so that no name adds a header; and without what Keycloak's messages would take for a reference. */
    static String plain(String text) {
        return text.replaceAll("[\\p{Cntrl}\\s\\u2028\\u2029]+", " ")
                .replace("${", "{")
                .strip();
    }
}
