package org.relais.keycloak.rest;

import org.relais.keycloak.authority.DelegatingRight;
import org.relais.keycloak.authority.Delegation;
import org.relais.keycloak.authority.DelegationCaps;
import org.relais.keycloak.authority.Delegations;
import org.relais.keycloak.authority.PrincipalType;
import org.relais.keycloak.problem.CommonProblem;
import org.relais.keycloak.problem.InvalidInput;
import org.relais.keycloak.problem.Problem;
import org.relais.keycloak.rest.http.AdminEvents;
import org.relais.keycloak.rest.http.QueryParams;
import org.relais.keycloak.rest.http.RequestContext;
import org.relais.keycloak.rest.representation.DelegationRequest;
import org.relais.keycloak.rest.representation.ManagerMapper;
import org.relais.keycloak.rest.representation.ManagerRepresentation;
import org.relais.keycloak.school.ManagedGroup;

/** Delegates the management of a group, or withdraws a delegation, as a request asks. */
record DelegationRequests(RequestContext call, RateLimits limits) {

    /** @param group one that the caller may delegate; the group in the request is authorised here */
    ManagerRepresentation delegate(ManagedGroup group, DelegationRequest request) {
        requirePresent("type", request.type());
        requirePresent("principalId", request.principalId());
        if (request.type() == PrincipalType.GROUP) {
            call.authority().requireVisible(QueryParams.id(CommonProblem.NOT_FOUND_GROUP, request.principalId()));
        }
        limits.countChanges(call, 1);
        new DelegationCaps(call.context()).requireRoom(group, call.authority().managesRealm() ? null : call.actor());
        Delegation delegation = limits.looking(
                call,
                0,
                "principalId",
                () -> delegations()
                        .delegate(group, request.type(), request.principalId(), request.endsOn(), right(group)));
        ManagerRepresentation shown = new ManagerMapper(call).show(delegation);
        return call.audit().created(AdminEvents.MANAGER, path(delegation), shown);
    }

    ManagerRepresentation withdraw(ManagedGroup group, String delegationId) {
        Delegation delegation = delegations().find(group, delegationId);
        limits.countChanges(call, 1);
        ManagerMapper mapper = new ManagerMapper(call);
        ManagerRepresentation shown = mapper.show(delegation);
        delegations().withdraw(delegation, call.actor()).stream()
                .skip(1)
                .forEach(it -> call.audit().deleted(AdminEvents.MANAGER, path(it), mapper.show(it)));
        return call.audit().deleted(AdminEvents.MANAGER, path(delegation), shown);
    }

    ManagerRepresentation confirm(ManagedGroup group, String delegationId) {
        limits.countChanges(call, 1);
        Delegation confirmed = delegations().confirm(delegations().find(group, delegationId), right(group));
        ManagerRepresentation shown = new ManagerMapper(call).show(confirmed);
        return call.audit().updated(AdminEvents.MANAGER, path(confirmed), shown);
    }

    private DelegatingRight right(ManagedGroup group) {
        return call.authority().delegatingRight(group);
    }

    private Delegations delegations() {
        return new Delegations(call.context());
    }

    private static String path(Delegation delegation) {
        return "groups/" + delegation.groupId() + "/managers/" + delegation.id();
    }

    private static void requirePresent(String field, Object value) {
        if (value == null) {
            throw new InvalidInput(Problem.at(field, CommonProblem.FIELD_MISSING));
        }
    }
}
