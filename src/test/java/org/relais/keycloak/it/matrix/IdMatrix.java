package org.relais.keycloak.it.matrix;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is answered for each id in a query, a header or a body; {@link IdScope} explains the columns.
 *
 * <p>A number: that status. {@code =}: word for word what is answered for an unknown id, and nothing is done. {@code .}: there is
 * no such id. Callers without a line are answered the same whatever the id: {@link Matrix} says which status.
 */
final class IdMatrix {

    private static final String MANAGERS = """
            who       call                              field           kind      own  sibl scho real hidn unkn malf
            head,dele GET  groups                       school          uai       200  .    =    =    .    200  =
            head,dele GET  grants                       school          uai       200  .    =    =    .    200  =
            head,dele POST groups/{groupId}/changes     add.userId      person    200  .    .    =    =    422  =
            head,dele POST groups/{groupId}/changes     add.identifier  name      200  .    .    .    200  200  422
            head      POST groups/{groupId}/changes     addGroup        group     .    200  =    =    .    404  =
            dele      POST groups/{groupId}/changes     addGroup        group     .    =    =    =    .    404  =
            head,dele POST groups/{groupId}/changes     remove          grant     200  =    =    =    .    422  =
            head      POST groups/{groupId}/changes     together        suffix    .    200  .    .    .    422  =
            dele      POST groups/{groupId}/changes     together        suffix    .    =    .    .    .    422  =
            head      POST groups/{groupId}/managers    principalId     person    200  .    .    =    =    400  =
            head      POST groups/{groupId}/managers    principalId     group     .    200  =    =    .    404  =
            head,dele POST grants/{grantId}/confirm     userId          bearer    200  .    .    =    =    400  =
            head      GET  people                       group           group     200  200  =    =    .    404  =
            dele      GET  people                       group           group     200  =    =    =    .    404  =
            mngr      GET  people                       school          uai       200  .    200  =    .    400  =
            mngr      GET  people                       type            type      200  .    .    .    =    400  =
            feed      GET  deliveries/feed/{client}.csv school          uai       200  .    =    =    .    200  404
            """;

    private static final String ADMINISTRATORS = """
            who       call                              field           kind      own  sibl scho real hidn unkn malf
            view,mana GET  groups                       school          uai       200  .    200  =    .    404  =
            mana      POST groups/{groupId}/changes     add.userId      person    200  .    .    =    .    422  =
            mana      POST groups/{groupId}/changes     add.identifier  name      200  .    .    .    200  200  422
            mana      POST groups/{groupId}/changes     addGroup        group     .    200  200  =    .    404  =
            mana      POST groups/{groupId}/changes     remove          grant     200  =    =    =    .    422  =
            mana      POST groups/{groupId}/changes     together        suffix    .    200  .    .    .    422  =
            mana      POST groups/{groupId}/managers    principalId     person    200  .    .    =    .    400  =
            mana      POST groups/{groupId}/managers    principalId     group     .    200  200  =    .    404  =
            mana      POST grants/{grantId}/confirm     userId          bearer    200  .    .    =    =    400  =
            view,mana GET  grants                       school          uai       200  .    200  =    .    404  =
            view,mana GET  grants                       profile         suffix    200  200  .    .    .    200  =
            view,mana GET  grants                       person          person    200  .    .    =    .    200  =
            view,mana GET  grants                       grantedBy       person    200  .    .    =    .    200  =
            view,mana GET  grants.csv                   school          uai       200  .    200  =    .    404  =
            view,mana GET  grants.csv                   profile         suffix    200  200  .    .    .    200  =
            view,mana GET  grants.csv                   person          person    200  .    .    =    .    200  =
            view,mana GET  grants.csv                   grantedBy       person    200  .    .    =    .    200  =
            view,mana GET  journal                      school          uai       200  .    200  =    .    404  =
            view,mana GET  journal                      group           group     200  200  200  =    .    200  =
            view,mana GET  journal                      person          person    200  .    .    =    .    200  =
            view,mana GET  journal                      actor           person    200  .    .    =    .    200  =
            view,mana GET  journal.csv                  school          uai       200  .    200  =    .    404  =
            view,mana GET  journal.csv                  group           group     200  200  200  =    .    200  =
            view,mana GET  journal.csv                  person          person    200  .    .    =    .    200  =
            view,mana GET  journal.csv                  actor           person    200  .    .    =    .    200  =
            mana      POST grants/end                   ids             grant     200  200  200  =    .    200  =
            mana      POST grants/end                   search.school   uai       200  .    200  =    .    404  =
            mana      POST grants/end                   search.profile  suffix    200  200  .    .    .    200  =
            mana      POST grants/end                   search.person   person    200  .    .    =    .    200  =
            mana      POST grants/end                   search.grantedBy person   200  .    .    =    .    200  =
            mana      POST grants/renew                 ids             grant     200  200  200  =    .    200  =
            mana      POST grants/renew                 search.school   uai       200  .    200  =    .    404  =
            mana      POST grants/renew                 search.profile  suffix    200  200  .    .    .    200  =
            mana      POST grants/renew                 search.person   person    200  .    .    =    .    200  =
            mana      POST grants/renew                 search.grantedBy person   200  .    .    =    .    200  =
            view,mana POST profiles/preview             id              component 200  .    .    =    .    404  =
            view,mana GET  people                       group           group     200  200  200  =    .    404  =
            view,mana GET  people                       school          uai       200  .    200  =    .    400  =
            view,mana GET  people                       type            type      200  .    .    .    =    400  =
            mana      POST grants/import                text/csv        uai       200  .    200  =    .    200  =
            mana      POST schools/import               text/csv        uai       200  .    200  .    .    200  .
            """;

    private static final List<Line> LINES = Stream.concat(
                    read(ApiBase.MANAGERS, MANAGERS), read(ApiBase.ADMINISTRATORS, ADMINISTRATORS))
            .toList();

    private IdMatrix() {}

    /** @param cells those that are not {@code .} */
    record Line(Set<Caller> callers, IdPlace place, String kind, Map<IdScope, String> cells) {}

    static List<Line> lines() {
        return LINES;
    }

    private static Stream<Line> read(ApiBase base, String table) {
        List<List<String>> rows =
                table.lines().map(line -> List.of(line.trim().split(" +"))).toList();
        List<Line> lines = new ArrayList<>();
        List<String> columns = rows.get(0);
        for (List<String> row : rows.subList(1, rows.size())) {
            Map<IdScope, String> cells = new EnumMap<>(IdScope.class);
            for (int i = 5; i < row.size(); i++) {
                if (!row.get(i).equals(".")) {
                    cells.put(IdScope.ofColumn(columns.get(i - 1)), row.get(i));
                }
            }
            Endpoint endpoint = new Endpoint(base, row.get(1) + " " + row.get(2));
            lines.add(new Line(callers(row.get(0)), new IdPlace(endpoint, row.get(3)), row.get(4), cells));
        }
        return lines.stream();
    }

    /** Those with the same rights under another token go with them. */
    private static Set<Caller> callers(String who) {
        return switch (who) {
            case "head" -> Set.of(Caller.HEAD, Caller.ACCOUNT_CONSOLE);
            case "dele" -> Set.of(Caller.DELEGATE);
            case "head,dele" -> Set.of(Caller.HEAD, Caller.ACCOUNT_CONSOLE, Caller.DELEGATE);
            case "mngr" -> Set.of(Caller.HEAD, Caller.ACCOUNT_CONSOLE, Caller.DELEGATE, Caller.HEAD_ELSEWHERE);
            case "feed" -> Set.of(Caller.FEED_READER);
            case "mana" -> Set.of(Caller.USER_MANAGER, Caller.REALM_ADMIN, Caller.MASTER_ADMIN, Caller.SERVICE_ACCOUNT);
            case "view,mana" ->
                Set.of(
                        Caller.VIEWER,
                        Caller.USER_MANAGER,
                        Caller.REALM_ADMIN,
                        Caller.MASTER_ADMIN,
                        Caller.SERVICE_ACCOUNT);
            default -> throw new IllegalArgumentException(who);
        };
    }
}
