package org.relais.keycloak.rest;

import java.time.LocalDate;
import org.relais.keycloak.grant.GrantFilter;
import org.relais.keycloak.grant.GrantStatus;
import org.relais.keycloak.problem.NotFound;
import org.relais.keycloak.rest.http.QueryParams;
import org.relais.keycloak.rest.http.RequestContext;
import org.relais.keycloak.school.School;

/** Which grants an administrator looks for, as written in the address. */
record GrantSearch(String school, String profile, String status, String person, String grantedBy, String endingBefore) {

    GrantFilter filter(RequestContext call) {
        School ofSchool = school == null
                ? null
                : call.schools().withUai(QueryParams.id("school", school)).orElseThrow(() -> new NotFound("school"));
        LocalDate before = QueryParams.day("endingBefore", endingBefore);
        return new GrantFilter(
                        null,
                        ofSchool == null ? null : ofSchool.id(),
                        QueryParams.oneOf("status", status, GrantStatus.class),
                        QueryParams.text("person", person, 255),
                        QueryParams.text("grantedBy", grantedBy, 255),
                        before == null ? null : call.academy().endOf(before.minusDays(1)))
                .ofProfile(QueryParams.text("profile", profile, 64));
    }
}
