package org.relais.keycloak.delivery.moodle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.relais.keycloak.delivery.target.DeliveryError;
import org.relais.keycloak.delivery.target.Health;
import org.relais.keycloak.problem.Problem;

/**
 * Asks a Moodle whether its token may do all that is needed. Without the capabilities to view accounts it finds nobody and
 * says nothing, so that existing accounts look absent: two are looked up which are there for certain.
 */
final class MoodleCheck {

    static final Set<String> FUNCTIONS = new TreeSet<>(List.of(
            "core_webservice_get_site_info",
            "core_user_create_users",
            "core_user_get_users_by_field",
            "core_user_update_users",
            "core_cohort_create_cohorts",
            "core_cohort_search_cohorts",
            "core_cohort_add_cohort_members",
            "core_cohort_delete_cohort_members",
            "core_cohort_get_cohort_members"));

    /** The first account of every Moodle: its main administrator. */
    private static final String MAIN_ADMINISTRATOR = "2";

    private final MoodleApi api;

    MoodleCheck(MoodleApi api) {
        this.api = api;
    }

    Health run() {
        JsonNode site = api.ask("core_webservice_get_site_info", new MoodleForm());
        List<Problem> problems = new ArrayList<>();
        Set<String> missing = new TreeSet<>(FUNCTIONS);
        site.path("functions")
                .forEach(function -> missing.remove(function.path("name").asText()));
        if (!missing.isEmpty()) {
            problems.add(Problem.general(DeliveryError.MOODLE_FUNCTIONS, String.join(", ", missing)));
        } else if (!sees(site.path("userid").asText()) || !sees(MAIN_ADMINISTRATOR)) {
            problems.add(Problem.general(DeliveryError.MOODLE_BLIND));
        }
        return new Health(site.path("sitename").asText(), site.path("release").asText(null), problems);
    }

    private boolean sees(String id) {
        MoodleForm form = new MoodleForm().with("field", "id").with("values[0]", id);
        for (JsonNode user : api.ask("core_user_get_users_by_field", form)) {
            if (user.path("id").asText().equals(id)) {
                return true;
            }
        }
        return false;
    }
}
