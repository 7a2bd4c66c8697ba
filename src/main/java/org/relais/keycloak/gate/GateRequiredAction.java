package org.relais.keycloak.gate;

import java.time.Clock;
import java.util.Optional;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.docker.DockerAuthV2Protocol;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.relais.keycloak.platform.RealmContext;

/**
 * The gate at the end of every sign-in in a browser, whatever the flow: one of the client's own, a registration, a forgotten
 * password, an identity provider. The step of the flow refuses most before; this catches the rest.
 */
record GateRequiredAction(KeycloakSession session, Clock clock) implements RequiredActionProvider {

    /**
     * Without a browser, tokens are requested directly: there the client policy refuses with an error of its own. The protocol
     * of Docker registries has neither a browser nor a client policy, so it is refused here and now.
     */
    @Override
    public void evaluateTriggers(RequiredActionContext context) {
        AuthenticationSessionModel signIn = context.getAuthenticationSession();
        if (DockerAuthV2Protocol.LOGIN_PROTOCOL.equals(signIn.getProtocol())) {
            closed(context).ifPresent(closed -> refuseRegistry(context, closed));
        } else if (AccessDeniedPage.isSeen(signIn) && closed(context).isPresent()) {
            signIn.addRequiredAction(GateRequiredActionFactory.PROVIDER_ID);
        }
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        closed(context).ifPresentOrElse(closed -> refuse(context, closed), context::success);
    }

    @Override
    public void processAction(RequiredActionContext context) {
        if (AccessDeniedPage.leadsBack(context.getAuthenticationSession())) {
            context.failure(AccessDeniedResponse.reason(
                    context.getAuthenticationSession().getClient()));
        } else {
            requiredActionChallenge(context);
        }
    }

    @Override
    public void close() {}

    private Optional<AccessDenied> closed(RequiredActionContext context) {
        AuthenticationSessionModel signIn = context.getAuthenticationSession();
        Gate gate = new Gate(new RealmContext(session, context.getRealm(), clock));
        return GateAuthenticator.hasChecked(context.getUser(), signIn)
                ? gate.refusal(signIn.getClient(), context.getUser())
                : gate.refusalOfSignIn(signIn.getClient(), context.getUser());
    }

    private static void refuseRegistry(RequiredActionContext context, AccessDenied closed) {
        AccessDeniedPage.record(context.getEvent(), context.getUser());
        throw AccessDeniedResponse.atSignIn(closed.client());
    }

    private void refuse(RequiredActionContext context, AccessDenied closed) {
        AccessDeniedPage.record(context.getEvent(), context.getUser());
        context.challenge(AccessDeniedPage.fill(
                        context.form(), session, context.getAuthenticationSession(), context.getUser(), closed)
                .createForm(AccessDeniedPage.TEMPLATE));
    }
}
