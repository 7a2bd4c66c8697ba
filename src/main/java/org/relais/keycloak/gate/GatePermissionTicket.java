package org.relais.keycloak.gate;

import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Objects;
import java.util.stream.Stream;
import org.keycloak.models.UserModel;
import org.keycloak.protocol.oidc.grants.PermissionGrantType;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.AccessTokenResponse;

/**
 * The gate at the permission tickets of Keycloak's authorization services: at the client that asks and at the application whose
 * resources the token opens. Only the finished token says which ones these are, so it is looked at before it leaves.
 */
final class GatePermissionTicket extends PermissionGrantType {

    private final Clock clock;

    GatePermissionTicket(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Response process(Context context) {
        Response answer = super.process(context);
        GateBesidePolicies gate = new GateBesidePolicies(session, clock);
        if (answer.getEntity() instanceof AccessTokenResponse tokens && tokens.getToken() != null && gate.acts()) {
            require(gate, tokens.getToken());
        }
        return answer;
    }

    private void require(GateBesidePolicies gate, String token) {
        AccessToken made = session.tokens().decode(token, AccessToken.class);
        Stream<String> audience = made.getAudience() == null ? Stream.empty() : Stream.of(made.getAudience());
        UserModel person = new TokenSubject(session, realm).of(token).orElse(null);
        gate.require(
                Stream.concat(Stream.of(made.getIssuedFor()), audience)
                        .distinct()
                        .map(realm::getClientByClientId)
                        .filter(Objects::nonNull),
                person,
                event,
                cors);
    }
}
