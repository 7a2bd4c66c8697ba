package org.relais.keycloak.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.relais.keycloak.authority.Authority;
import org.relais.keycloak.problem.CommonProblem;
import org.relais.keycloak.problem.InvalidInput;
import org.relais.keycloak.problem.Problem;
import org.relais.keycloak.rest.http.ApiGuard;
import org.relais.keycloak.rest.http.JsonBodyReader;
import org.relais.keycloak.rest.representation.ProfileMapper;
import org.relais.keycloak.rest.representation.ProfilePreview;
import org.relais.keycloak.rest.representation.ProfileRepresentation;
import org.relais.keycloak.rest.representation.ProfileRequest;
import org.relais.keycloak.school.component.ProfileDraft;

/** The profiles of the realm and the effect of changing one. Keycloak's own API saves them, as components. */
@Produces(MediaType.APPLICATION_JSON)
public final class ProfilesResource {

    private final ApiGuard guard;

    ProfilesResource(ApiGuard guard) {
        this.guard = guard;
    }

    @GET
    @Operation(summary = "The profiles with their use; reads all groups")
    public List<ProfileRepresentation> profiles() {
        return guard.answer(Authority::requireToViewRealm, call -> new ProfileMapper(call).all());
    }

    @POST
    @Path("preview")
    @Operation(summary = "What saving a profile would change, or why it would be refused; nothing is saved")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ProfileRequest.class)))
    public ProfilePreview preview(InputStream body) {
        return guard.answer(Authority::requireToViewRealm, call -> {
            ProfileRequest request = JsonBodyReader.read(call, body, ProfileRequest.class);
            Map<String, List<String>> config = Objects.requireNonNullElse(request.config(), Map.of());
            if (config.values().stream().anyMatch(it -> it == null || it.contains(null))) {
                throw new InvalidInput(Problem.at("config", CommonProblem.WRONG_VALUE));
            }
            return new ProfileMapper(call)
                    .preview(new ProfileDraft(call.context(), request.id(), request.name(), config));
        });
    }
}
