package org.relais.keycloak.delivery.moodle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Who is in Moodle's cohorts: read, added, removed. */
record CohortMembers(MoodleApi api, CohortCache cache) {

    /** The ids of the accounts in some cohorts, by the id of the cohort. */
    Map<String, List<String>> of(Collection<Cohort> cohorts) {
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
    List<CohortMembership> add(List<CohortMembership> memberships) {
        List<CohortMembership> refused = new ArrayList<>(Batches.send(memberships, batch -> {
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
        refused.forEach(membership -> cache.forget(membership.cohort().idNumber()));
        return refused;
    }

    /** Takes accounts out of cohorts; returns what was refused. */
    List<CohortMembership> remove(List<CohortMembership> memberships) {
        return Batches.send(memberships, batch -> {
            MoodleForm form = new MoodleForm();
            for (int i = 0; i < batch.size(); i++) {
                form.with("members[" + i + "][cohortid]", batch.get(i).cohort().id())
                        .with("members[" + i + "][userid]", batch.get(i).accountId());
            }
            api.call("core_cohort_delete_cohort_members", form);
        });
    }

    /** Code 3 says that somebody is in already; any other that somebody, it is not sure who, is not. */
    private static void requireHarmless(JsonNode answer) {
        for (JsonNode warning : answer.path("warnings")) {
            if (!Objects.equals(warning.path("warningcode").asText(), "3")) {
                throw new MoodleRefusal("warnings");
            }
        }
    }
}
