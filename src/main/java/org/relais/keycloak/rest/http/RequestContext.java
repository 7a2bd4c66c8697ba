package org.relais.keycloak.rest.http;

import java.time.Clock;
import java.util.Locale;
import java.util.Set;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.relais.keycloak.authority.Authority;
import org.relais.keycloak.authority.Caller;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.problem.CommonProblem;
import org.relais.keycloak.problem.NotFound;
import org.relais.keycloak.school.Academy;
import org.relais.keycloak.school.School;
import org.relais.keycloak.school.Schools;

/** One authenticated request of the API: the realm it is about, who calls, and what every resource needs to answer. */
public record RequestContext(
        RealmContext context,
        Schools schools,
        Authority authority,
        AdminEvents audit,
        Locale locale,
        ProblemMessages messages) {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    static RequestContext of(RealmContext context, Caller caller, AdminEventBuilder events) {
        Schools schools = new Schools(context.session(), context.realm());
        Authority authority = new Authority(context, schools, caller);
        if (!READING.contains(context.session().getContext().getHttpRequest().getHttpMethod())) {
            authority.requireToChangeAnything();
        }
        return new RequestContext(
                context,
                schools,
                authority,
                new AdminEvents(events, authority.impersonator()),
                context.session().getContext().resolveLocale(caller.user()),
                new ProblemMessages(context.session()));
    }

    public KeycloakSession session() {
        return context.session();
    }

    public RealmModel realm() {
        return context.realm();
    }

    public Clock clock() {
        return context.clock();
    }

    public Academy academy() {
        return Academy.of(realm());
    }

    /** The school with a UAI that the caller wrote; the answer is 404 if there is none. */
    public School school(String uai) {
        return schools.withUai(QueryParams.id(CommonProblem.NOT_FOUND_SCHOOL, uai))
                .orElseThrow(() -> new NotFound(CommonProblem.NOT_FOUND_SCHOOL));
    }

    public String actor() {
        return authority.actor();
    }
}
