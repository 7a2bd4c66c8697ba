package org.relais.keycloak.notification;

import java.util.Locale;
import java.util.Optional;
import org.relais.keycloak.school.MailType;

/** What a mail is about, and who gets it: the person whose access it is, its giver, or a delegate. */
public enum NoticeKind {
    GIVEN(MailType.GIVEN),
    CHANGED(MailType.CHANGED),
    ENDED(MailType.ENDED),
    REGULARISED(MailType.REGULARISED),
    ENDS_SOON(MailType.REMINDERS),
    /** Somebody else changed an access one gave. */
    GIVER_CHANGED(MailType.CHANGED, true),
    /** Somebody else, or something else than its last day, ended an access one gave. */
    GIVER_ENDED(MailType.ENDED, true),
    GIVER_REGULARISED(MailType.REGULARISED, true),
    /** All one gave that ends soon, once a day at most. */
    DIGEST(MailType.REMINDERS, true),
    DELEGATED(MailType.DELEGATED),
    /** An administrator did it in the recipient's session. */
    IMPERSONATED(MailType.IMPERSONATED, true),
    /** The recipient did it in the session of somebody else. */
    IMPERSONATING(MailType.IMPERSONATED, true);

    private static final String UNTIL = "relais-mail-until";
    private static final String ENDED_ON = "relais-mail-ended-on";

    private final MailType mailType;
    private final boolean toGiver;

    NoticeKind(MailType mailType) {
        this(mailType, false);
    }

    NoticeKind(MailType mailType, boolean toGiver) {
        this.mailType = mailType;
        this.toGiver = toGiver;
    }

    boolean isToGiver() {
        return toGiver;
    }

    /** What the day beside each line is, as the key of a message; empty where no day matters. */
    public Optional<String> day() {
        return switch (this) {
            case ENDED, GIVER_ENDED -> Optional.of(ENDED_ON);
            case REGULARISED, GIVER_REGULARISED -> Optional.empty();
            default -> Optional.of(UNTIL);
        };
    }

    MailType mailType() {
        return mailType;
    }

    /** As in the keys of its messages: {@code ends-soon}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
