package org.relais.keycloak.delivery.moodle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.relais.keycloak.delivery.target.RemoteGroup;

/** Moodle's cohorts, one per managed group. */
record MoodleCohorts(MoodleApi api, CohortCache cache) {

    private static final int PAGE = 100;
    private static final int LONGEST_ID_NUMBER = 100;
    private static final int LONGEST_NAME = 254;

    /** The cohorts of remote groups by key, created where there are none. What is missing was refused. */
    Map<String, Cohort> provide(Collection<RemoteGroup> remoteGroups) {
        Map<String, Cohort> there = find(remoteGroups);
        List<RemoteGroup> missing = remoteGroups.stream()
                .distinct()
                .filter(remoteGroup -> !there.containsKey(remoteGroup.key())
                        && remoteGroup.key().length() <= LONGEST_ID_NUMBER)
                .toList();
        List<RemoteGroup> refused = Batches.send(missing, batch -> create(batch, there));
        if (!refused.isEmpty()) {
            // Another thread or node may have created them in between.
            there.putAll(search(refused));
        }
        return there;
    }

    /** The cohorts that there are, ours or not. */
    Map<String, Cohort> find(Collection<RemoteGroup> remoteGroups) {
        Map<String, Cohort> found = new HashMap<>();
        remoteGroups.forEach(
                remoteGroup -> cache.find(remoteGroup.key()).ifPresent(cohort -> found.put(remoteGroup.key(), cohort)));
        found.putAll(search(remoteGroups.stream()
                .filter(remoteGroup -> !found.containsKey(remoteGroup.key()))
                .toList()));
        return found;
    }

    /** The same, asked of Moodle itself. All cohorts of a school come with one search where their numbers name the school. */
    Map<String, Cohort> search(Collection<RemoteGroup> remoteGroups) {
        Set<String> keys = remoteGroups.stream().map(RemoteGroup::key).collect(Collectors.toSet());
        Map<String, Cohort> found = new HashMap<>();
        remoteGroups.stream()
                .map(MoodleCohorts::query)
                .distinct()
                .forEach(query -> search(query).stream()
                        .filter(cohort -> keys.contains(cohort.idNumber()))
                        .forEach(cohort -> found.put(cohort.idNumber(), cohort)));
        found.values().stream().filter(Cohort::isOurs).forEach(cache::keep);
        return found;
    }

    private void create(List<RemoteGroup> remoteGroups, Map<String, Cohort> there) {
        MoodleForm form = new MoodleForm();
        for (int i = 0; i < remoteGroups.size(); i++) {
            RemoteGroup remoteGroup = remoteGroups.get(i);
            String cohort = "cohorts[" + i + "]";
            String name = remoteGroup.name() + " (" + remoteGroup.key() + ")";
            form.with(cohort + "[categorytype][type]", "system")
                    .with(cohort + "[categorytype][value]", "")
                    .with(cohort + "[name]", name.substring(0, Math.min(LONGEST_NAME, name.length())))
                    .with(cohort + "[idnumber]", remoteGroup.key())
                    .with(cohort + "[description]", "Relais " + Cohort.MARK);
        }
        for (JsonNode created : api.call("core_cohort_create_cohorts", form)) {
            Cohort cohort = new Cohort(
                    created.path("id").asText(), created.path("idnumber").asText(), true);
            there.put(cohort.idNumber(), cohort);
            cache.keep(cohort);
        }
    }

    private List<Cohort> search(String query) {
        List<Cohort> found = new ArrayList<>();
        int page;
        do {
            MoodleForm form = new MoodleForm()
                    .with("query", query)
                    .with("context[contextid]", 1)
                    .with("limitfrom", found.size())
                    .with("limitnum", PAGE);
            List<Cohort> next = new ArrayList<>();
            api.ask("core_cohort_search_cohorts", form)
                    .path("cohorts")
                    .forEach(cohort -> next.add(Cohort.read(cohort)));
            found.addAll(next);
            page = next.size();
        } while (page == PAGE);
        return found;
    }

    private static String query(RemoteGroup remoteGroup) {
        String key = remoteGroup.key().toLowerCase(Locale.ROOT);
        return key.contains(remoteGroup.uai().toLowerCase(Locale.ROOT)) ? remoteGroup.uai() : remoteGroup.key();
    }
}
