package org.relais.keycloak.rest;

import java.time.LocalDate;
import java.util.List;
import org.relais.keycloak.InvalidInput;
import org.relais.keycloak.NotFound;
import org.relais.keycloak.Problem;
import org.relais.keycloak.grant.GrantFilter;
import org.relais.keycloak.grant.GrantStatus;
import org.relais.keycloak.school.ManagedGroup;
import org.relais.keycloak.school.School;
import org.relais.keycloak.school.Schools;

/**
 * Which grants an administrator looks for, as written in the address. A profile is looked for within a school: across the
 * realm there are too many groups of it to name.
 */
record GrantSearch(String school, String profile, String status, String person, String grantedBy, String endingBefore) {

    GrantFilter filter(Call call) {
        Schools schools = new Schools(call.session(), call.realm());
        School ofSchool = school == null
                ? null
                : schools.withUai(Query.id("school", school)).orElseThrow(() -> new NotFound("school"));
        LocalDate before = Query.day("endingBefore", endingBefore);
        return new GrantFilter(
                profile == null ? null : groups(schools, ofSchool),
                ofSchool == null ? null : ofSchool.id(),
                Query.oneOf("status", status, GrantStatus.class),
                Query.text("person", person, 255),
                Query.text("grantedBy", grantedBy, 255),
                before == null ? null : call.academy().endOf(before.minusDays(1)));
    }

    private List<String> groups(Schools schools, School ofSchool) {
        if (ofSchool == null) {
            throw new InvalidInput(Problem.at("profile", "profile-needs-school"));
        }
        return schools.groupsOf(List.of(ofSchool)).stream()
                .filter(group -> group.profile().hasSuffix(profile))
                .map(ManagedGroup::id)
                .toList();
    }
}
