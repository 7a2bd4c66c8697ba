package org.relais.keycloak.notice;

import java.util.Locale;
import java.util.Optional;
import org.relais.keycloak.school.MailSwitch;

/** What a mail is about, and to whom it goes: to the person whose access it is, to whoever gave it, or to a delegate. */
public enum NoticeKind {
    GIVEN(MailSwitch.GIVEN),
    CHANGED(MailSwitch.CHANGED),
    ENDED(MailSwitch.ENDED),
    REGULARISED(MailSwitch.REGULARISED),
    ENDS_SOON(MailSwitch.REMINDERS),
    /** Somebody else changed an access one gave. */
    GIVER_CHANGED(MailSwitch.CHANGED, true),
    /** Somebody else, or something else than its last day, ended an access one gave. */
    GIVER_ENDED(MailSwitch.ENDED, true),
    GIVER_REGULARISED(MailSwitch.REGULARISED, true),
    /** All one gave that ends soon, once a day at most. */
    DIGEST(MailSwitch.REMINDERS, true),
    DELEGATED(MailSwitch.DELEGATED);

    private static final String UNTIL = "relais-mail-until";
    private static final String ENDED_ON = "relais-mail-ended-on";

    private final MailSwitch mailSwitch;
    private final boolean toGiver;

    NoticeKind(MailSwitch mailSwitch) {
        this(mailSwitch, false);
    }

    NoticeKind(MailSwitch mailSwitch, boolean toGiver) {
        this.mailSwitch = mailSwitch;
        this.toGiver = toGiver;
    }

    boolean isToGiver() {
        return toGiver;
    }

    /** What the day beside each line is, as the key of a message; empty where no day matters. */
    Optional<String> day() {
        return switch (this) {
            case ENDED, GIVER_ENDED -> Optional.of(ENDED_ON);
            case REGULARISED, GIVER_REGULARISED -> Optional.empty();
            default -> Optional.of(UNTIL);
        };
    }

    MailSwitch mailSwitch() {
        return mailSwitch;
    }

    /** As in the keys of its messages: {@code ends-soon}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
