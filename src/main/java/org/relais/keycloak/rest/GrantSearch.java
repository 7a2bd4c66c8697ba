package org.relais.keycloak.rest;

import java.time.LocalDate;
import org.relais.keycloak.grant.GrantFilter;
import org.relais.keycloak.grant.GrantStatus;
import org.relais.keycloak.problem.NotFound;
import org.relais.keycloak.school.School;

/** Which grants an administrator looks for, as written in the address. */
record GrantSearch(String school, String profile, String status, String person, String grantedBy, String endingBefore) {

    GrantFilter filter(Call call) {
        School ofSchool = school == null
                ? null
                : call.schools().withUai(Query.id("school", school)).orElseThrow(() -> new NotFound("school"));
        LocalDate before = Query.day("endingBefore", endingBefore);
        return new GrantFilter(
                        null,
                        ofSchool == null ? null : ofSchool.id(),
                        Query.oneOf("status", status, GrantStatus.class),
                        Query.text("person", person, 255),
                        Query.text("grantedBy", grantedBy, 255),
                        before == null ? null : call.academy().endOf(before.minusDays(1)))
                .ofProfile(Query.text("profile", profile, 64));
    }
}
