package org.relais.keycloak.school;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A kind of group that every school has, configured once for the realm as a component.
 *
 * @param suffix      what the names of its groups end with ({@code AES} in {@code 0359001U_AES}); compared without case
 * @param managedBy   suffixes of the profiles whose official members manage the groups of this one, school by school
 * @param clients     the applications the groups open
 * @param functionCodes codes of the record that make an official member; compared without case
 * @param regularisedBy suffixes of the profiles whose official members, in the same school, need no grant here any longer
 * @param together    suffixes of the profiles offered in the same act
 * @param defaultDays length of a grant when nobody says otherwise, in days, the first included
 * @param maxDays     greatest length of a grant, in days, counted from the day it is given or renewed
 * @param latestEnd   the day of the year no grant passes, usually 31 August
 */
public record Profile(
        String suffix,
        String labelFr,
        String labelEn,
        Population population,
        List<String> managedBy,
        List<ClientPattern> clients,
        List<String> functionCodes,
        List<String> regularisedBy,
        List<String> together,
        int defaultDays,
        int maxDays,
        MonthDay latestEnd,
        boolean reasonRequired,
        boolean delegatesMayDelegate,
        String moodleCohort) {

    public String label(Locale locale) {
        return Locale.FRENCH.getLanguage().equals(locale.getLanguage()) ? labelFr : labelEn;
    }

    public boolean hasSuffix(String other) {
        return suffix.equalsIgnoreCase(other);
    }

    public boolean isManagedBy(Profile other) {
        return managedBy.stream().anyMatch(other::hasSuffix);
    }

    /** Whether a function of the record, {@code AES}, makes an official member of its groups. */
    public boolean followsRecordOf(String code) {
        return population.takesOfficialMembers() && functionCodes.stream().anyMatch(code::equalsIgnoreCase);
    }

    public boolean isRegularisedBy(Profile other) {
        return regularisedBy.stream().anyMatch(other::hasSuffix);
    }

    public boolean offersTogether(Profile other) {
        return together.stream().anyMatch(other::hasSuffix);
    }

    public boolean opens(String clientId, String uai) {
        return clients.stream().anyMatch(pattern -> pattern.matches(clientId, uai));
    }

    public List<String> clientIds(String uai) {
        return clients.stream().map(pattern -> pattern.clientId(uai)).toList();
    }

    /** The last day a grant given today may have: the nearest {@code latestEnd} to come, within {@code maxDays}. */
    public LocalDate latestLastDay(LocalDate today) {
        return withinMaxDays(endOfYear(today), today);
    }

    /**
     * The last day an administrator may renew to today. In the last three months of a school year that is in the next one:
     * otherwise nothing could be carried over the summer.
     */
    public LocalDate latestRenewedLastDay(LocalDate today) {
        LocalDate endOfYear = endOfYear(today);
        boolean summer = !today.isBefore(endOfYear.minusMonths(3));
        return withinMaxDays(summer ? endOfYear(endOfYear.plusDays(1)) : endOfYear, today);
    }

    /** The last day offered for a grant given today. */
    public LocalDate suggestedLastDay(LocalDate today) {
        return earlier(latestLastDay(today), today.plusDays(defaultDays - 1L));
    }

    /** The suffix of a group's name in a school: {@code AES} of {@code 0359001U_AES}; empty for any other name. */
    static Optional<String> suffixInName(String groupName, String uai) {
        String prefix = uai + "_";
        return groupName.regionMatches(true, 0, prefix, 0, prefix.length())
                ? Optional.of(groupName.substring(prefix.length()))
                : Optional.empty();
    }

    private LocalDate endOfYear(LocalDate today) {
        LocalDate thisYears = latestEnd.atYear(today.getYear());
        return thisYears.isBefore(today) ? latestEnd.atYear(today.getYear() + 1) : thisYears;
    }

    private LocalDate withinMaxDays(LocalDate day, LocalDate today) {
        return earlier(day, today.plusDays(maxDays - 1L));
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
