package org.relais.keycloak.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.keycloak.models.ClientModel;
import org.relais.keycloak.authority.TokenAuthentication;
import org.relais.keycloak.delivery.AccessFeed;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.problem.CommonProblem;
import org.relais.keycloak.rest.http.ErrorMapper;
import org.relais.keycloak.rest.http.QueryParams;
import org.relais.keycloak.school.Academy;

/** Who has access to an application, as a file that its import job fetches: for applications without an API. */
public final class FeedResource {

    private final RealmContext context;

    FeedResource(RealmContext context) {
        this.context = context;
    }

    @GET
    @Path("{client}.csv")
    @Produces("text/csv; charset=UTF-8")
    @Operation(summary = "Who has access to an application now and until when, for its import job")
    public Response feed(
            @PathParam("client") String clientId,
            @QueryParam("school") String uai,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String known) {
        return new ErrorMapper(context.session()).give(() -> {
            ClientModel client = TokenAuthentication.admitToFeed(
                    context.session(), QueryParams.id(CommonProblem.NOT_FOUND_FEED, clientId));
            FeedFile file = new FeedFile(
                    Academy.of(context.realm()),
                    new AccessFeed(
                            context, client, uai == null ? null : QueryParams.id(CommonProblem.NOT_FOUND_SCHOOL, uai)));
            EntityTag tag = new EntityTag(file.digest());
            boolean unchanged = known != null
                    && Arrays.stream(known.split(","))
                            .anyMatch(it -> it.strip().replaceFirst("^W/", "").equals('"' + tag.getValue() + '"'));
            Response.ResponseBuilder answer =
                    unchanged ? Response.notModified() : Response.ok(file.withDigest(tag.getValue()));
            return answer.tag(tag)
                    .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                    .build();
        });
    }
}
