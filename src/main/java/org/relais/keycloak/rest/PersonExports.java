package org.relais.keycloak.rest;

import java.util.List;
import org.keycloak.models.UserModel;
import org.relais.keycloak.access.EffectiveAccess;
import org.relais.keycloak.access.EffectiveGroup;
import org.relais.keycloak.authority.Delegation;
import org.relais.keycloak.authority.Delegations;
import org.relais.keycloak.delivery.PersonDeliveries;
import org.relais.keycloak.directory.People;
import org.relais.keycloak.grant.GrantFilter;
import org.relais.keycloak.notification.Mails;
import org.relais.keycloak.notification.Notice;
import org.relais.keycloak.platform.KeycloakId;
import org.relais.keycloak.problem.CommonProblem;
import org.relais.keycloak.problem.NotFound;
import org.relais.keycloak.rest.http.PageReader;
import org.relais.keycloak.rest.http.RequestContext;
import org.relais.keycloak.rest.representation.GrantRepresentation;
import org.relais.keycloak.rest.representation.JournalMapper;
import org.relais.keycloak.rest.representation.JournalRepresentation;
import org.relais.keycloak.rest.representation.PersonExport;

/** Exports all that the rooms keep about one person. What may be long is read when it is sent. */
final class PersonExports {

    private static final int PAGE = 500;

    private final RequestContext call;
    private final PageReader pages;

    PersonExports(RequestContext call) {
        this.call = call;
        this.pages = new PageReader(call);
    }

    PersonExport of(String userId) {
        UserModel person = KeycloakId.of(userId)
                .map(id -> call.session().users().getUserById(call.realm(), id))
                .orElseThrow(() -> new NotFound(CommonProblem.NOT_FOUND_PERSON));
        String id = person.getId();
        PersonDeliveries deliveries = new PersonDeliveries(call.context());
        return new PersonExport(
                new People(call.context()).describe(person),
                grants(id, null),
                grants(null, id),
                journal(id),
                new EffectiveAccess(call.context())
                        .of(person).stream().map(PersonExports::membership).toList(),
                new Delegations(call.context())
                        .concerning(id).stream().map(this::delegated).toList(),
                new Mails(call.context())
                        .to(id).stream().map(PersonExports::mail).toList(),
                deliveries.held(id).stream().map(PersonExports::holding).toList(),
                deliveries.waiting(id).stream().map(PersonExports::waiting).toList());
    }

    private Iterable<GrantRepresentation> grants(String userId, String grantedBy) {
        GrantFilter filter = new GrantFilter(null, null, null, userId, grantedBy, null);
        return pages.list((own, cursor) -> new GrantPages(own).page(filter, cursor, PAGE));
    }

    private Iterable<JournalRepresentation> journal(String userId) {
        return pages.list((own, cursor) -> new JournalMapper(own).pageOfPerson(userId, cursor, PAGE));
    }

    private static PersonExport.Membership membership(EffectiveGroup open) {
        return new PersonExport.Membership(
                open.group().name(), open.group().school().uai(), open.origin().name());
    }

    private PersonExport.Delegated delegated(Delegation delegation) {
        return new PersonExport.Delegated(
                delegation.id(),
                delegation.groupId(),
                delegation.principalType().name(),
                delegation.principalId(),
                delegation.grantedBy(),
                delegation.grantedAt().toString(),
                call.academy().lastDayBefore(delegation.endsAt()).toString());
    }

    private static PersonExport.Mail mail(Notice notice) {
        return new PersonExport.Mail(
                notice.kind().name(),
                notice.subjectId(),
                notice.state().name(),
                notice.createdAt().toString(),
                notice.doneAt() == null ? null : notice.doneAt().toString());
    }

    private static PersonExport.Holding holding(PersonDeliveries.HeldState held) {
        return new PersonExport.Holding(
                held.application(),
                List.copyOf(held.remoteGroups()),
                held.remoteId(),
                held.deliveredAt() == null ? null : held.deliveredAt().toString());
    }

    private static PersonExport.Waiting waiting(PersonDeliveries.Pending waiting) {
        return new PersonExport.Waiting(
                waiting.application(),
                waiting.requestedAt().toString(),
                waiting.nextAt().toString(),
                waiting.error());
    }
}
