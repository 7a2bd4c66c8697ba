package org.relais.keycloak.rest.representation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.relais.keycloak.grant.Grant;
import org.relais.keycloak.grant.Member;
import org.relais.keycloak.grant.MemberPage;
import org.relais.keycloak.grant.MemberPosition;
import org.relais.keycloak.grant.Members;
import org.relais.keycloak.grant.Origin;
import org.relais.keycloak.rest.http.Cursor;
import org.relais.keycloak.rest.http.Page;
import org.relais.keycloak.rest.http.RequestContext;
import org.relais.keycloak.school.ManagedGroup;

/**
 * Shows the members of a group a page at a time. Those who have an account come first, by name; those awaited follow, by
 * identifier. The cursor says in which of the two parts the next page begins.
 */
public record MemberMapper(RequestContext call, ManagedGroup group) {

    private static final String PRESENT = "present";
    private static final String AWAITED = "awaited";

    /**
     * @param origin null for all
     * @param query  beginning of a name or identifier; null for all
     * @param cursor null for the first page
     */
    public Page<MemberRepresentation> page(Origin origin, String query, String cursor, int max) {
        List<String> position = cursor == null
                ? List.of(origin == Origin.PENDING ? AWAITED : PRESENT, "", "", "")
                : Cursor.read(cursor, 4);
        List<Member> found = new ArrayList<>();
        if (PRESENT.equals(position.get(0)) && origin != Origin.PENDING) {
            MemberPage page = members()
                    .present(
                            group,
                            origin,
                            query,
                            new MemberPosition(position.get(1), position.get(2), position.get(3)),
                            max);
            found.addAll(page.members());
            if (page.next() != null) {
                MemberPosition next = page.next();
                return new Page<>(
                        show(found), Cursor.write(PRESENT, next.lastName(), next.firstName(), next.username()));
            }
        }
        boolean wantsAwaited = origin == null || origin == Origin.PENDING;
        return wantsAwaited ? withAwaited(found, query, afterIdentifier(position), max) : new Page<>(show(found), null);
    }

    private Page<MemberRepresentation> withAwaited(List<Member> found, String query, String after, int max) {
        int room = max - found.size();
        List<Member> awaited = members().pending(group, query, after, room + 1);
        List<Member> shown = awaited.subList(0, Math.min(room, awaited.size()));
        String last =
                shown.isEmpty() ? after : shown.get(shown.size() - 1).grant().identifier();
        found.addAll(shown);
        return new Page<>(show(found), awaited.size() > room ? Cursor.write(AWAITED, last, "", "") : null);
    }

    private Members members() {
        return new Members(call.context());
    }

    private static String afterIdentifier(List<String> position) {
        return AWAITED.equals(position.get(0)) ? position.get(1) : "";
    }

    private List<MemberRepresentation> show(Collection<Member> page) {
        List<Grant> grants =
                page.stream().map(Member::grant).filter(Objects::nonNull).toList();
        Map<String, GrantRepresentation> shown = new GrantMapper(call)
                .show(grants).stream().collect(Collectors.toMap(GrantRepresentation::id, Function.identity()));
        return page.stream()
                .map(member -> new MemberRepresentation(
                        member.person(),
                        member.origin() == Origin.PENDING ? member.grant().identifier() : null,
                        member.origin().name(),
                        member.grant() == null ? null : shown.get(member.grant().id())))
                .toList();
    }
}
