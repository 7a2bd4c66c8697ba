package org.relais.keycloak.it.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.relais.keycloak.it.support.protocol.Api;

/** What must hold of every answer. */
final class AnswerRules {

    private static final Pattern INTERNALS =
            Pattern.compile("\\bat [a-z]+(\\.\\w+)+\\(|(java|jakarta|org)\\.[a-z.]+\\.[A-Z]\\w+|SQLSTATE|PSQL|JDBC"
                    + "|(?i:\\bselect \\S+ from\\b|\\binsert into\\b|\\bhibernate\\b|\\bconstraint \")");

    private final FuzzWorld world;

    AnswerRules(FuzzWorld world) {
        this.world = world;
    }

    /** The rules that an answer breaks; none of a good one. */
    List<String> broken(FuzzRequest request, HttpResponse<String> answer) {
        List<String> broken = new ArrayList<>();
        String text = answer.body();
        if (answer.statusCode() >= 500 && !request.isTooMuchForKeycloak()) {
            broken.add(String.valueOf(answer.statusCode()));
        }
        if (answer.statusCode() >= 400 && answer.statusCode() < 500 && isUnclear(request, answer)) {
            broken.add("unclear " + answer.statusCode());
        }
        if (INTERNALS.matcher(text).find()) {
            broken.add("internals");
        }
        if (text.contains(FuzzWorld.SECRET)) {
            broken.add("secret");
        }
        for (String name : world.secretNames(request.role())) {
            if (text.contains(name)) {
                broken.add("name " + name);
            }
        }
        return broken;
    }

    /** Neither says it in Keycloak's form nor is one of the statuses that say all. */
    private static boolean isUnclear(FuzzRequest request, HttpResponse<String> answer) {
        if (request.method().equals("HEAD") || request.wantsPage()) {
            return false;
        }
        try {
            JsonNode body = Api.JSON.readTree(answer.body());
            return !body.has("errorMessage") && !body.has("error") && !body.has("errors");
        } catch (JsonProcessingException noJson) {
            return true;
        }
    }
}
