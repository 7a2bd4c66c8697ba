package org.relais.keycloak.it.grant;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What Relais promises about one person, in the fewest words: a member is who is official or has an access that runs. */
final class LedgerModel {

    private final Set<String> official = new HashSet<>();
    private final Map<String, LocalDate> lastDays = new HashMap<>();

    boolean isOfficial(String group) {
        return official.contains(group);
    }

    boolean hasAccess(String group, LocalDate today) {
        return lastDays.containsKey(group) && !lastDays.get(group).isBefore(today);
    }

    boolean isMember(String group, LocalDate today) {
        return isOfficial(group) || hasAccess(group, today);
    }

    void give(String group, LocalDate lastDay) {
        lastDays.put(group, lastDay);
    }

    void end(String group) {
        lastDays.remove(group);
    }

    /** The record arrives: an access that runs has become superfluous. */
    void recordArrives(String group) {
        official.add(group);
        lastDays.remove(group);
    }

    void recordVanishes(String group) {
        official.remove(group);
    }

    String[] record() {
        return official.stream().map(group -> group.replace('_', '$')).toArray(String[]::new);
    }

    List<String> groups(LocalDate today) {
        return Stream.concat(official.stream(), lastDays.keySet().stream())
                .filter(group -> isMember(group, today))
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .toList();
    }
}
