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

/**
 * The gate as a step of a flow, after the person is known: by password, by an identity provider or by the session that is
 * there already. A person to whom the application is closed sees a page that says so; the way back leads to the
 * application with {@code access_denied}.
 */
final class GateAuthenticator implements Authenticator {

    /** Of a sign-in: the id of the person the gate has looked at. */
    private static final String LOOKED_AT = "relais-gate";

    private final Clock clock;

    GateAuthenticator(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        new Gate(context.getSession(), context.getRealm(), clock)
                .refusalOfSignIn(context.getAuthenticationSession().getClient(), context.getUser())
                .ifPresentOrElse(closed -> refuse(context, closed), () -> letIn(context));
    }

    /** Whether the step has let this person through, and noted in the journal what it would have refused. */
    static boolean hasLookedAt(UserModel person, AuthenticationSessionModel signIn) {
        return person.getId().equals(signIn.getAuthNote(LOOKED_AT));
    }

    private static void letIn(AuthenticationFlowContext context) {
        context.getAuthenticationSession()
                .setAuthNote(LOOKED_AT, context.getUser().getId());
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

    /** Not merely cancelled: a device that waits for this sign-in would go on waiting. */
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
