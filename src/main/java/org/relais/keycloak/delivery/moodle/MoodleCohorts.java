package org.relais.keycloak.delivery.moodle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.relais.keycloak.delivery.target.RemoteGroup;

/** Moodle's cohorts, one per managed group. */
final class MoodleCohorts {

    private static final int PAGE = 100;
    private static final int LONGEST_ID_NUMBER = 100;
    private static final int LONGEST_NAME = 254;

    private final MoodleApi api;
    private final CohortCache cache;

    MoodleCohorts(MoodleApi api, CohortCache cache) {
        this.api = api;
        this.cache = cache;
    }

    /** The cohorts of places, created where there are none, by key. Whatever is not there was refused. */
    Map<String, Cohort> provide(Collection<RemoteGroup> places) {
        Map<String, Cohort> there = find(places);
        List<RemoteGroup> missing = places.stream()
                .distinct()
                .filter(place -> !there.containsKey(place.key()) && place.key().length() <= LONGEST_ID_NUMBER)
                .toList();
        List<RemoteGroup> refused = Batches.send(missing, batch -> create(batch, there));
        if (!refused.isEmpty()) {
            // Another lane or node may have created them in between.
            there.putAll(search(refused));
        }
        return there;
    }

    /** The cohorts that there are, ours or not. */
    Map<String, Cohort> find(Collection<RemoteGroup> places) {
        Map<String, Cohort> found = new HashMap<>();
        places.forEach(place -> cache.find(place.key()).ifPresent(cohort -> found.put(place.key(), cohort)));
        found.putAll(search(
                places.stream().filter(place -> !found.containsKey(place.key())).toList()));
        return found;
    }

    /** The same, asked of Moodle itself. All cohorts of a school come with one search where their numbers name the school. */
    Map<String, Cohort> search(Collection<RemoteGroup> places) {
        Set<String> keys = places.stream().map(RemoteGroup::key).collect(Collectors.toSet());
        Map<String, Cohort> found = new HashMap<>();
        places.stream()
                .map(MoodleCohorts::query)
                .distinct()
                .forEach(query -> search(query).stream()
                        .filter(cohort -> keys.contains(cohort.idNumber()))
                        .forEach(cohort -> found.put(cohort.idNumber(), cohort)));
        found.values().stream().filter(Cohort::isOurs).forEach(cache::keep);
        return found;
    }

    Map<String, List<String>> members(Collection<Cohort> cohorts) {
        Map<String, List<String>> members = new HashMap<>();
        Batches.send(List.copyOf(cohorts), batch -> {
            MoodleForm form = new MoodleForm();
            for (int i = 0; i < batch.size(); i++) {
                form.with("cohortids[" + i + "]", batch.get(i).id());
            }
            for (JsonNode cohort : api.ask("core_cohort_get_cohort_members", form)) {
                List<String> userIds = new ArrayList<>();
                cohort.path("userids").forEach(id -> userIds.add(id.asText()));
                members.put(cohort.path("cohortid").asText(), userIds);
            }
        });
        return members;
    }

    /** Puts accounts into cohorts; returns what was refused. Whoever is in already stays. */
    List<Seat> add(List<Seat> seats) {
        List<Seat> refused = new ArrayList<>(Batches.send(seats, batch -> {
            MoodleForm form = new MoodleForm();
            for (int i = 0; i < batch.size(); i++) {
                String member = "members[" + i + "]";
                form.with(member + "[cohorttype][type]", "id")
                        .with(
                                member + "[cohorttype][value]",
                                batch.get(i).cohort().id())
                        .with(member + "[usertype][type]", "id")
                        .with(member + "[usertype][value]", batch.get(i).accountId());
            }
            requireHarmless(api.call("core_cohort_add_cohort_members", form));
        }));
        refused.forEach(seat -> cache.forget(seat.cohort().idNumber()));
        return refused;
    }

    /** Takes accounts out of cohorts; returns what was refused. */
    List<Seat> remove(List<Seat> seats) {
        return Batches.send(seats, batch -> {
            MoodleForm form = new MoodleForm();
            for (int i = 0; i < batch.size(); i++) {
                form.with("members[" + i + "][cohortid]", batch.get(i).cohort().id())
                        .with("members[" + i + "][userid]", batch.get(i).accountId());
            }
            api.call("core_cohort_delete_cohort_members", form);
        });
    }

    /** An account in a cohort; {@code userId} is whose it is. */
    record Seat(String userId, String accountId, Cohort cohort) {}

    private void create(List<RemoteGroup> places, Map<String, Cohort> there) {
        MoodleForm form = new MoodleForm();
        for (int i = 0; i < places.size(); i++) {
            RemoteGroup place = places.get(i);
            String cohort = "cohorts[" + i + "]";
            String name = place.name() + " (" + place.key() + ")";
            form.with(cohort + "[categorytype][type]", "system")
                    .with(cohort + "[categorytype][value]", "")
                    .with(cohort + "[name]", name.substring(0, Math.min(LONGEST_NAME, name.length())))
                    .with(cohort + "[idnumber]", place.key())
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

    /** Code 3 says that somebody is in already; any other that somebody, it is not sure who, is not. */
    private static void requireHarmless(JsonNode answer) {
        for (JsonNode warning : answer.path("warnings")) {
            if (!Objects.equals(warning.path("warningcode").asText(), "3")) {
                throw new MoodleRefusal("warnings");
            }
        }
    }

    private static String query(RemoteGroup place) {
        String key = place.key().toLowerCase(Locale.ROOT);
        return key.contains(place.uai().toLowerCase(Locale.ROOT)) ? place.uai() : place.key();
    }
}
