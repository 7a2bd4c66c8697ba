package org.relais.keycloak.notification;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One access grant, or one delegation, as a mail shows it.
 *
 * @param person       whose it is, where the mail goes to somebody else; null in a mail to the person
 * @param declaredName the name that the person may have said, where the identifier stands for the person; else null
 * @param group        what the profile is called
 * @param school       the school and its UAI
 * @param applications what the group opens
 * @param endsAt       when it is over
 * @param lastDay      the day before, as people write it
 */
record MailItem(
        String person,
        String declaredName,
        String group,
        String school,
        List<String> applications,
        Instant endsAt,
        String lastDay) {

    /** What a subject may say: people read subjects over one's shoulder, so no name is in it. */
    String title() {
        return group + ", " + school;
    }

    /** For the template. */
    Map<String, Object> shown() {
        Map<String, Object> shown = new HashMap<>();
        shown.put("group", group);
        shown.put("school", school);
        shown.put("applications", applications);
        shown.put("lastDay", lastDay);
        if (person != null) {
            shown.put("person", person);
        }
        if (declaredName != null) {
            shown.put("declaredName", declaredName);
        }
        return shown;
    }
}
