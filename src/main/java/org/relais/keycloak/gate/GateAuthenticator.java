package org.relais.keycloak.gate;

import java.time.Clock;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.Authenticator;
import org.keycloak.events.Errors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.protocol.LoginProtocol;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.relais.keycloak.platform.RealmContext;

/**
 * The gate as a step of a flow, once the person is known: by a password, an identity provider or an existing session. Where
 * the application is closed, a page says so, and Keycloak sends the person back to the application with
 * {@code access_denied}.
 */
record GateAuthenticator(Clock clock) implements Authenticator {

    /** A note of the sign-in: the id of the person whom the gate has checked. */
    private static final String CHECKED = "relais-gate";

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        new Gate(new RealmContext(context.getSession(), context.getRealm(), clock))
                .refusalOfSignIn(context.getAuthenticationSession().getClient(), context.getUser())
                .ifPresentOrElse(closed -> refuse(context, closed), () -> pass(context));
    }

    /** Whether the step has let this person pass, and has journalled what it would have refused. */
    static boolean hasChecked(UserModel person, AuthenticationSessionModel signIn) {
        return person.getId().equals(signIn.getAuthNote(CHECKED));
    }

    private static void pass(AuthenticationFlowContext context) {
        context.getAuthenticationSession()
                .setAuthNote(CHECKED, context.getUser().getId());
        context.success();
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        if (AccessDeniedPage.leadsBack(context.getAuthenticationSession())) {
            goBack(context);
        } else {
            authenticate(context);
        }
    }

    /** An error, not a cancellation: a device that waits for this sign-in would go on waiting. */
    private static void goBack(AuthenticationFlowContext context) {
        context.getEvent().error(Errors.ACCESS_DENIED);
        AuthenticationSessionModel signIn = context.getAuthenticationSession();
        context.forceChallenge(context.getSession()
                .getProvider(LoginProtocol.class, signIn.getProtocol())
                .setRealm(context.getRealm())
                .setHttpHeaders(context.getHttpRequest().getHttpHeaders())
                .setUriInfo(context.getUriInfo())
                .setEventBuilder(context.getEvent())
                .sendError(
                        signIn, LoginProtocol.Error.CONSENT_DENIED, AccessDeniedResponse.reason(signIn.getClient())));
    }

    @Override
    public boolean requiresUser() {
        return true;
    }

    @Override
    public boolean configuredFor(KeycloakSession session, RealmModel realm, UserModel user) {
        return true;
    }

    @Override
    public void setRequiredActions(KeycloakSession session, RealmModel realm, UserModel user) {}

    @Override
    public void close() {}

    private static void refuse(AuthenticationFlowContext context, AccessDenied closed) {
        AccessDeniedPage.record(context.getEvent(), context.getUser());
        if (!AccessDeniedPage.isSeen(context.getAuthenticationSession())) {
            // Not as a failure, which would count towards a lock of the account.
            context.challenge(AccessDeniedResponse.inJson(closed.client()));
            return;
        }
        // Without the context Keycloak's layout leaves out the name it asks a password for; nothing is asked for here.
        context.challenge(AccessDeniedPage.fill(
                        context.form().setAuthContext(null),
                        context.getSession(),
                        context.getAuthenticationSession(),
                        context.getUser(),
                        closed)
                .createForm(AccessDeniedPage.TEMPLATE));
    }
}
