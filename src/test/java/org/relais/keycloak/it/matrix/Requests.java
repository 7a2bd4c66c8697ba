package org.relais.keycloak.it.matrix;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.relais.keycloak.it.support.protocol.Answer;
import org.relais.keycloak.it.support.protocol.Api;
import org.relais.keycloak.it.support.server.Days;

/** A request to an endpoint that succeeds if its caller may make it: each brings what it uses up. */
final class Requests {

    private final MatrixFixture fixture;
    private final Map<List<Object>, Request> refused = new HashMap<>();
    private String bearer = "nobody";

    Requests(MatrixFixture fixture) {
        this.fixture = fixture;
    }

    /** An endpoint with ids in place. */
    record Request(Endpoint endpoint, String path, Object body) {}

    /** One for all whom the endpoint refuses: they use nothing up. */
    Request by(Caller caller, Endpoint endpoint, Scope scope) {
        return Matrix.status(endpoint, caller, scope) < 400
                ? fresh(endpoint, scope)
                : refused.computeIfAbsent(List.of(endpoint, scope), any -> fresh(endpoint, scope));
    }

    private Request fresh(Endpoint endpoint, Scope scope) {
        String path = scope == Scope.UNKNOWN ? unknown(endpoint) : known(endpoint, fixture.school(scope));
        return new Request(endpoint, path, body(endpoint));
    }

    /** The ids of the head's own school, except the one for which {@code placeholder} stands. */
    Request with(Endpoint endpoint, String placeholder, String value) {
        Endpoint filledIn = new Endpoint(endpoint.base(), endpoint.call().replace(placeholder, value));
        return new Request(endpoint, known(filledIn, fixture.own()), body(endpoint));
    }

    Answer send(Request request, Caller caller) {
        return send(request, request.endpoint().base().of(fixture.realm(), fixture.token(caller)));
    }

    Answer send(Request request, Api api) {
        if (request.body() instanceof String file) {
            return api.send(request.endpoint().method(), "/" + request.path(), "text/csv", file);
        }
        return api.send(request.endpoint().method(), "/" + request.path(), request.body());
    }

    private String known(Endpoint endpoint, TestSchool school) {
        String path = query(endpoint).replace("{any:.*}", "me").replace("{groupId}", school.assistants());
        if (path.contains("{uai}")) {
            school.lackGuests();
            path = path.replace("{uai}", school.uai());
        }
        if (path.contains("{importId}")) {
            path = path.replace("{importId}", school.anImport());
        }
        if (path.contains("missing-groups")) {
            fixture.school(Scope.OWN).createMissingGroups();
            fixture.school(Scope.OTHER_SCHOOL).createMissingGroups();
        }
        if (path.endsWith("{grantId}/confirm")) {
            bearer = new TestPeople(school.realm()).addSomebody();
            path = path.replace("{grantId}", school.grantClaimedBy(bearer));
        }
        if (path.contains("{grantId}")) {
            path = path.replace("{grantId}", school.grant());
        }
        if (path.contains("{userId}")) {
            path = path.replace("{userId}", new TestPeople(school.realm()).addSomebody());
        }
        path = path.replace("{client}", "pronote-" + school.uai());
        if (path.contains("{targetId}")) {
            path = path.replace("{targetId}", school.target());
        }
        if (path.contains("{managerId}")) {
            String person = new TestPeople(school.realm()).addSomebody();
            path = path.replace("{managerId}", school.delegation(person, tomorrow()));
        }
        return path;
    }

    private static String unknown(Endpoint endpoint) {
        return query(endpoint)
                .replace("{uai}", "0359999Z")
                .replace("{client}", "pronote-0359999Z")
                .replaceAll("\\{\\w+Id\\}", UUID.randomUUID().toString());
    }

    private static String query(Endpoint endpoint) {
        return switch (endpoint.path()) {
            case "people" -> "people?q=mar";
            case "schools/import" -> "schools/import?groups=false";
            default -> endpoint.path();
        };
    }

    private Object body(Endpoint endpoint) {
        return switch (endpoint.call()) {
            case "POST groups/{groupId}/changes" ->
                Map.of("add", List.of(TestSchool.somebodyAwaited()), "reason", "essai");
            case "POST groups/{groupId}/managers" ->
                TestSchool.delegationTo(fixture.people(Scope.OWN).addSomebody(), tomorrow());
            case "POST schools/import" -> fixture.own().asFile();
            case "POST grants/import" ->
                "identifier;uai;suffix;reason\nattendu." + UUID.randomUUID() + ";0359001U;AES;essai";
            case "POST profiles/preview" -> Map.of("name", "CPE", "config", Map.of("clients", List.of("moodle")));
            case "POST grants/end" -> Map.of("ids", List.of(fixture.own().grant()));
            case "POST grants/renew" ->
                Map.of(
                        "ids",
                        List.of(fixture.own().grant()),
                        "endsOn",
                        tomorrow().toString());
            case "POST grants/{grantId}/confirm" -> Map.of("userId", bearer);
            case "PATCH grants/{grantId}" -> Map.of("reason", "essai corrigé");
            default -> null;
        };
    }

    private static LocalDate tomorrow() {
        return Days.in(1);
    }
}
