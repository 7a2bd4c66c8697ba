package org.relais.keycloak.it.matrix;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.relais.keycloak.it.matrix.Requests.Request;
import org.relais.keycloak.it.support.protocol.Api;
import org.relais.keycloak.it.support.server.Days;
import org.relais.keycloak.it.support.server.Sql;

/** Requests that would succeed, were it not for the one id in question; those in their paths are the head's own. */
record IdRequests(MatrixFixture fixture, IdValues ids) {

    Request with(IdMatrix.Line line, String id) {
        IdPlace place = line.place();
        TestSchool own = fixture.own();
        if (line.kind().equals("group") && place.field().equals("principalId")) {
            Sql.of(fixture.realm().server())
                    .change(
                            "delete from RELAIS_MANAGER where GROUP_ID = ? and PRINCIPAL_TYPE = 'GROUP'",
                            own.assistants());
        }
        String path = place.endpoint()
                .path()
                .replace("{groupId}", own.assistants())
                .replace("{grantId}", ids.grantClaimedBy(id))
                .replace("{client}", "pronote-" + own.uai());
        if (place.endpoint().method().equals("GET")) {
            String query = path.equals("people") ? "?q=mar&" : "?";
            return new Request(place.endpoint(), path + query + place.field() + "=" + Api.encode(id), null);
        }
        return new Request(place.endpoint(), dry(path), body(place, line.kind(), id));
    }

    private static String dry(String path) {
        return path.endsWith("import") ? path + "?dryRun=true" : path;
    }

    private static Object body(IdPlace place, String kind, String id) {
        return switch (place.endpoint().path()) {
            case "groups/{groupId}/changes" -> change(place.field(), id);
            case "groups/{groupId}/managers" ->
                Map.of(
                        "type",
                        kind.equals("person") ? "USER" : "GROUP",
                        "principalId",
                        id,
                        "endsOn",
                        Days.in(1).toString());
            case "grants/{grantId}/confirm" -> Map.of("userId", id);
            case "grants/end" -> bulk(place.field(), id);
            case "grants/renew" -> {
                Map<String, Object> renewal = bulk(place.field(), id);
                renewal.put("endsOn", Days.in(1).toString());
                yield renewal;
            }
            case "profiles/preview" -> Map.of("id", id, "name", "CPE", "config", Map.of());
            case "grants/import" -> "identifier;uai;suffix;reason\nattendu.1;" + id + ";AES;essai";
            case "schools/import" -> "uai;name\n" + id + ";Collège des Essais";
            default -> throw new IllegalArgumentException(place.toString());
        };
    }

    private static Map<String, Object> change(String field, String id) {
        Map<String, Object> body = new HashMap<>(Map.of("reason", "essai"));
        switch (field) {
            case "add.userId" -> body.put("add", List.of(Map.of("userId", id)));
            case "add.identifier" -> body.put("add", List.of(Map.of("identifier", id)));
            case "addGroup" -> body.put("addGroup", id);
            case "remove" -> body.put("remove", List.of(id));
            case "together" -> {
                body.put("add", List.of(TestSchool.somebodyAwaited()));
                body.put("together", List.of(id));
            }
            default -> throw new IllegalArgumentException(field);
        }
        return body;
    }

    /** What a search finds is only shown: it may be all of the school. */
    private static Map<String, Object> bulk(String field, String id) {
        return field.equals("ids")
                ? new HashMap<>(Map.of("ids", List.of(id)))
                : new HashMap<>(Map.of("search", Map.of(field.replace("search.", ""), id), "dryRun", true));
    }
}
