package org.relais.keycloak.rest;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.relais.keycloak.grant.GrantFilter;
import org.relais.keycloak.grant.GrantStatus;
import org.relais.keycloak.rest.http.QueryParams;
import org.relais.keycloak.rest.http.RequestContext;
import org.relais.keycloak.school.School;

/** Which grants an administrator looks for: the query parameters of the list, of the table and of bulk changes. */
public class GrantSearch {

    @QueryParam("school")
    public String school;

    @QueryParam("profile")
    public String profile;

    @QueryParam("status")
    public String status;

    @QueryParam("person")
    public String person;

    @QueryParam("grantedBy")
    public String grantedBy;

    @QueryParam("endingBefore")
    public String endingBefore;

    public GrantSearch() {}

    GrantSearch(String school, String profile, String status, String person, String grantedBy, String endingBefore) {
        this.school = school;
        this.profile = profile;
        this.status = status;
        this.person = person;
        this.grantedBy = grantedBy;
        this.endingBefore = endingBefore;
    }

    GrantFilter filter(RequestContext call) {
        School ofSchool = school == null ? null : call.school(school);
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
