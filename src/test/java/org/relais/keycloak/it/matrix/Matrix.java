package org.relais.keycloak.it.matrix;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The status each caller gets from each endpoint for the ids of the head's own school; {@link Caller} explains the columns.
 *
 * <p>401: not let in. 403: let in, but this is for others. 404: what is not one's own does not exist.
 */
final class Matrix {

    private static final String MANAGERS = """
            as                                     anon junk tchr aesh head othr dele past view mana admn alie mstr serv noau cons gran feed
            GET    me                              401  401  200  200  200  200  200  200  200  200  200  401  401  403  401  200  200  403
            GET    groups                          401  401  200  200  200  200  200  200  200  200  200  401  401  403  401  200  200  403
            GET    groups/{groupId}                401  401  404  404  200  404  200  404  404  404  404  401  401  403  401  200  404  403
            GET    groups/{groupId}/members        401  401  404  404  200  404  200  404  404  404  404  401  401  403  401  200  404  403
            POST   groups/{groupId}/changes        401  401  404  404  200  404  200  404  404  404  404  401  401  403  401  200  404  403
            GET    groups/{groupId}/managers       401  401  404  404  200  404  200  404  404  404  404  401  401  403  401  200  404  403
            POST   groups/{groupId}/managers       401  401  404  404  200  404  403  404  404  404  404  401  401  403  401  200  404  403
            DELETE groups/{groupId}/managers/{managerId} \
                                                   401  401  404  404  204  404  403  404  404  404  404  401  401  403  401  204  404  403
            POST   groups/{groupId}/managers/{managerId}/confirm \
                                                   401  401  404  404  200  404  403  404  404  404  404  401  401  403  401  200  404  403
            GET    groups/{groupId}/journal        401  401  404  404  200  404  200  404  404  404  404  401  401  403  401  200  404  403
            GET    people                          401  401  403  403  200  200  200  403  403  403  403  401  401  403  401  200  403  403
            GET    people/types                    401  401  403  403  200  200  200  403  403  403  403  401  401  403  401  200  403  403
            GET    grants                          401  401  200  200  200  200  200  200  200  200  200  401  401  403  401  200  200  403
            GET    grants/{grantId}                401  401  404  404  200  404  200  404  404  404  404  401  401  403  401  200  404  403
            GET    grants/{grantId}/journal        401  401  404  404  200  404  200  404  404  404  404  401  401  403  401  200  404  403
            PATCH  grants/{grantId}                401  401  404  404  200  404  200  404  404  404  404  401  401  403  401  200  404  403
            POST   grants/{grantId}/confirm        401  401  404  404  200  404  200  404  404  404  404  401  401  403  401  200  404  403
            DELETE grants/{grantId}                401  401  404  404  200  404  200  404  404  404  404  401  401  403  401  200  404  403
            GET    my-access                       401  401  200  200  200  200  200  200  200  200  200  401  401  403  401  200  200  403
            GET    deliveries/feed/{client}.csv    401  401  403  403  403  403  403  403  403  403  403  401  401  404  401  403  403  200
            GET    openapi.json                    200  200  200  200  200  200  200  200  200  200  200  200  200  200  200  200  200  200
            OPTIONS {any:.*}                       200  200  200  200  200  200  200  200  200  200  200  200  200  200  200  200  200  200
            """;

    private static final String ADMINISTRATORS = """
            as                                     anon junk tchr aesh head othr dele past view mana admn alie mstr serv noau cons gran feed
            GET    me                              401  401  403  403  403  403  403  403  200  200  200  403  200  200  403  403  403  403
            GET    schools                         401  401  403  403  403  403  403  403  200  200  200  403  200  200  403  403  403  403
            POST   schools/import                  401  401  403  403  403  403  403  403  403  200  200  403  200  200  403  403  403  403
            POST   schools/missing-groups          401  401  403  403  403  403  403  403  403  200  200  403  200  200  403  403  403  403
            GET    schools/imports                 401  401  403  403  403  403  403  403  200  200  200  403  200  200  403  403  403  403
            GET    schools/imports/{importId}      401  401  403  403  403  403  403  403  200  200  200  403  200  200  403  403  403  403
            POST   schools/{uai}/groups            401  401  403  403  403  403  403  403  403  200  200  403  200  200  403  403  403  403
            GET    groups                          401  401  403  403  403  403  403  403  200  200  200  403  200  200  403  403  403  403
            GET    groups/{groupId}                401  401  403  403  403  403  403  403  200  200  200  403  200  200  403  403  403  403
            GET    groups/{groupId}/members        401  401  403  403  403  403  403  403  200  200  200  403  200  200  403  403  403  403
            POST   groups/{groupId}/changes        401  401  403  403  403  403  403  403  403  200  200  403  200  200  403  403  403  403
            GET    groups/{groupId}/managers       401  401  403  403  403  403  403  403  200  200  200  403  200  200  403  403  403  403
            POST   groups/{groupId}/managers       401  401  403  403  403  403  403  403  403  200  200  403  200  200  403  403  403  403
            DELETE groups/{groupId}/managers/{managerId} \
                                                   401  401  403  403  403  403  403  403  403  204  204  403  204  204  403  403  403  403
            POST   groups/{groupId}/managers/{managerId}/confirm \
                                                   401  401  403  403  403  403  403  403  403  200  200  403  200  200  403  403  403  403
            GET    groups/{groupId}/journal        401  401  403  403  403  403  403  403  200  200  200  403  200  200  403  403  403  403
            GET    grants                          401  401  403  403  403  403  403  403  200  200  200  403  200  200  403  403  403  403
            POST   grants/import                   401  401  403  403  403  403  403  403  403  200  200  403  200  200  403  403  403  403
            POST   grants/end                      401  401  403  403  403  403  403  403  403  200  200  403  200  200  403  403  403  403
            POST   grants/renew                    401  401  403  403  403  403  403  403  403  200  200  403  200  200  403  403  403  403
            GET    grants/{grantId}                401  401  403  403  403  403  403  403  200  200  200  403  200  200  403  403  403  403
            GET    grants/{grantId}/journal        401  401  403  403  403  403  403  403  200  200  200  403  200  200  403  403  403  403
            GET    grants.csv                      401  401  403  403  403  403  403  403  200  200  200  403  200  200  403  403  403  403
            PATCH  grants/{grantId}                401  401  403  403  403  403  403  403  403  200  200  403  200  200  403  403  403  403
            POST   grants/{grantId}/confirm        401  401  403  403  403  403  403  403  403  200  200  403  200  200  403  403  403  403
            DELETE grants/{grantId}                401  401  403  403  403  403  403  403  403  200  200  403  200  200  403  403  403  403
            GET    journal                         401  401  403  403  403  403  403  403  200  200  200  403  200  200  403  403  403  403
            GET    journal.csv                     401  401  403  403  403  403  403  403  200  200  200  403  200  200  403  403  403  403
            GET    profiles                        401  401  403  403  403  403  403  403  200  200  200  403  200  200  403  403  403  403
            POST   profiles/preview                401  401  403  403  403  403  403  403  200  200  200  403  200  200  403  403  403  403
            GET    people                          401  401  403  403  403  403  403  403  200  200  200  403  200  200  403  403  403  403
            GET    people/types                    401  401  403  403  403  403  403  403  200  200  200  403  200  200  403  403  403  403
            GET    people/{userId}/export          401  401  403  403  403  403  403  403  200  200  200  403  200  200  403  403  403  403
            POST   gate                            401  401  403  403  403  403  403  403  403  403  200  403  200  403  403  403  403  403
            POST   setup                           401  401  403  403  403  403  403  403  403  403  200  403  200  403  403  403  403  403
            POST   people/reindex                  401  401  403  403  403  403  403  403  403  202  202  403  202  202  403  403  403  403
            GET    deliveries                      401  401  403  403  403  403  403  403  200  200  200  403  200  200  403  403  403  403
            GET    deliveries/{targetId}           401  401  403  403  403  403  403  403  200  200  200  403  200  200  403  403  403  403
            POST   deliveries/{targetId}/test      401  401  403  403  403  403  403  403  403  403  200  403  200  403  403  403  403  403
            POST   deliveries/{targetId}/retry     401  401  403  403  403  403  403  403  403  200  200  403  200  200  403  403  403  403
            POST   deliveries/{targetId}/reconcile 401  401  403  403  403  403  403  403  403  200  200  403  200  200  403  403  403  403
            GET    status                          401  401  403  403  403  403  403  403  200  200  200  403  200  200  403  403  403  403
            """;

    private static final Map<Endpoint, Map<Caller, Integer>> EXPECTED = read();

    private Matrix() {}

    static Set<Endpoint> endpoints() {
        return EXPECTED.keySet();
    }

    /** The status for an id of the head's own school, or where no id is asked for. */
    static int status(Endpoint endpoint, Caller caller) {
        return EXPECTED.get(endpoint).get(caller);
    }

    /** The status for any id: what is out of a caller's reach is answered as if it were nowhere. */
    static int status(Endpoint endpoint, Caller caller, Scope scope) {
        int own = status(endpoint, caller);
        if (caller == Caller.FEED_READER
                && own == 200
                && scope != Scope.OWN
                && endpoint.path().contains("{client}")) {
            return 404;
        }
        boolean refusedAnyway = own >= 400 && !endpoint.hides();
        if (scope == Scope.OWN || !letsIn(endpoint.base(), caller) || refusedAnyway) {
            return own;
        }
        boolean reached = endpoint.base() == ApiBase.ADMINISTRATORS && scope == Scope.OTHER_SCHOOL;
        return reached ? own : 404;
    }

    private static boolean letsIn(ApiBase base, Caller caller) {
        return status(base.openToAllLetIn(), caller) == 200;
    }

    private static Map<Endpoint, Map<Caller, Integer>> read() {
        Map<Endpoint, Map<Caller, Integer>> expected = new LinkedHashMap<>();
        add(ApiBase.MANAGERS, MANAGERS, expected);
        add(ApiBase.ADMINISTRATORS, ADMINISTRATORS, expected);
        return expected;
    }

    private static void add(ApiBase base, String table, Map<Endpoint, Map<Caller, Integer>> expected) {
        List<List<String>> rows =
                table.lines().map(line -> List.of(line.trim().split(" +"))).toList();
        List<Caller> columns =
                rows.get(0).stream().skip(1).map(Caller::ofColumn).toList();
        for (List<String> row : rows.subList(1, rows.size())) {
            Map<Caller, Integer> statuses = new EnumMap<>(Caller.class);
            for (Caller caller : Caller.values()) {
                statuses.put(caller, Integer.valueOf(row.get(2 + columns.indexOf(caller))));
            }
            expected.put(new Endpoint(base, row.get(0) + " " + row.get(1)), statuses);
        }
    }
}
