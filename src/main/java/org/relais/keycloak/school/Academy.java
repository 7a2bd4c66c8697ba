package org.relais.keycloak.school;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.RealmModel;

/**
 * The settings of a realm, from its component {@code relais-academy}. Every setting has a default: a realm without the
 * component works.
 *
 * @param schoolsRoot         path of the group under which the schools are
 * @param timeZone            where a day begins and ends
 * @param functionsAttribute  user attribute with values {@code <UAI>$<code>}
 * @param schoolsAttribute    user attribute with the UAIs a person belongs to
 * @param officialOnlyClients client ids that no grant ever opens
 * @param journalDays         how long the journal is kept, in days
 * @param gateObserves        whether the gate only journals what it would refuse
 * @param officialRule        whether official memberships follow the record; off where a federation fills the groups
 * @param mails               which mails are sent
 * @param refuseImpersonatedChanges whether an administrator who impersonates somebody may change nothing
 * @param reminderDays        how many days before the end of a grant people are reminded of it
 */
public record Academy(
        boolean configured,
        String schoolsRoot,
        ZoneId timeZone,
        String functionsAttribute,
        String schoolsAttribute,
        List<String> officialOnlyClients,
        int journalDays,
        boolean gateObserves,
        boolean officialRule,
        Set<MailType> mails,
        Set<Integer> reminderDays,
        boolean refuseImpersonatedChanges) {

    public static final String PROVIDER_ID = "relais-academy";
    public static final String SCHOOLS_ROOT = "schoolsRoot";
    public static final String TIME_ZONE = "timeZone";
    public static final String FUNCTIONS_ATTRIBUTE = "functionsAttribute";
    public static final String SCHOOLS_ATTRIBUTE = "schoolsAttribute";
    public static final String OFFICIAL_ONLY_CLIENTS = "officialOnlyClients";
    public static final String JOURNAL_DAYS = "journalDays";
    public static final String GATE_OBSERVES = "gateObserves";
    public static final String OFFICIAL_RULE = "officialRule";
    public static final String MAILS = "mails";
    public static final String REMINDER_DAYS = "reminderDays";
    public static final String REFUSE_IMPERSONATED_CHANGES = "refuseImpersonatedChanges";
    public static final List<String> REMINDER_DAYS_BY_DEFAULT = List.of("15", "3");

    private static final Academy BY_DEFAULT = read(new ComponentModel(), false);

    public static Academy of(RealmModel realm) {
        List<ComponentModel> components = components(realm);
        return components.isEmpty()
                ? BY_DEFAULT
                : RealmCache.of(realm, Academy.class, components, found -> read(found.get(0), true));
    }

    private static Academy read(ComponentModel component, boolean configured) {
        ComponentConfig settings = new ComponentConfig(component);
        return new Academy(
                configured,
                settings.text(SCHOOLS_ROOT, "/etablissements"),
                ZoneId.of(settings.text(TIME_ZONE, "Europe/Paris")),
                settings.text(FUNCTIONS_ATTRIBUTE, "ENTPersonFonctions"),
                settings.text(SCHOOLS_ATTRIBUTE, "ENTPersonStructRattach"),
                settings.texts(OFFICIAL_ONLY_CLIENTS, List.of("gar", "arena")),
                settings.number(JOURNAL_DAYS, 365),
                settings.flag(GATE_OBSERVES, false),
                settings.flag(OFFICIAL_RULE, true),
                MailType.on(settings.texts(MAILS, MailType.NAMES)),
                settings.texts(REMINDER_DAYS, REMINDER_DAYS_BY_DEFAULT).stream()
                        .map(Integer::valueOf)
                        .collect(Collectors.toCollection(TreeSet::new)),
                settings.flag(REFUSE_IMPERSONATED_CHANGES, false));
    }

    /** The component with the settings; none where the realm has only defaults. */
    public static List<ComponentModel> components(RealmModel realm) {
        return SchoolComponent.of(realm, PROVIDER_ID);
    }

    public LocalDate today(Clock clock) {
        return clock.instant().atZone(timeZone).toLocalDate();
    }

    /** The end of a last day: the next midnight in the realm's time zone, on days of a clock change too. */
    public Instant endOf(LocalDate lastDay) {
        return lastDay.plusDays(1).atStartOfDay(timeZone).toInstant();
    }

    /** The day on which something that is over at {@code end} still held. */
    public LocalDate lastDayBefore(Instant end) {
        return end.minusMillis(1).atZone(timeZone).toLocalDate();
    }

    public LocalDate dayOf(Instant instant) {
        return instant.atZone(timeZone).toLocalDate();
    }
}
