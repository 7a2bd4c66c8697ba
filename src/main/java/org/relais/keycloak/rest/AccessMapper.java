package org.relais.keycloak.rest;

import java.util.List;
import java.util.Map;
import org.keycloak.models.UserModel;
import org.relais.keycloak.access.EffectiveAccess;
import org.relais.keycloak.access.EffectiveGroup;
import org.relais.keycloak.delivery.DeliveryStates;
import org.relais.keycloak.delivery.DeliveryStates.State;
import org.relais.keycloak.rest.http.RequestContext;
import org.relais.keycloak.rest.representation.AccessRepresentation;
import org.relais.keycloak.rest.representation.ApplicationRepresentation;
import org.relais.keycloak.rest.representation.GroupMapper;

/** Shows callers their own groups, what these open and until when. */
public record AccessMapper(RequestContext call) {

    public List<AccessRepresentation> own() {
        UserModel person = call.authority().user();
        Map<String, State> deliveries = new DeliveryStates(call.context()).ofPerson(person.getId());
        GroupMapper groups = new GroupMapper(call);
        return new EffectiveAccess(call.context())
                .of(person).stream()
                        .map(own -> show(own, groups.applicationsOf(own.group(), deliveries)))
                        .toList();
    }

    private AccessRepresentation show(EffectiveGroup own, List<ApplicationRepresentation> applications) {
        return new AccessRepresentation(
                own.group().name(),
                own.group().profile().label(call.locale()),
                own.group().school(),
                own.origin().name(),
                own.grant() == null
                        ? null
                        : call.academy().lastDayBefore(own.grant().endsAt()).toString(),
                applications);
    }
}
