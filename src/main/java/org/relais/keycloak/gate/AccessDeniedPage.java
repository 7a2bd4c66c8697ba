package org.relais.keycloak.gate;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.protocol.oidc.grants.device.DeviceGrantType;
import org.keycloak.protocol.saml.SamlProtocol;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The page that says which application is closed to a person, since when and whom to ask, and that leads back. */
final class AccessDeniedPage {

    static final String TEMPLATE = "relais-closed.ftl";

    private AccessDeniedPage() {}

    static LoginFormsProvider fill(
            LoginFormsProvider form,
            KeycloakSession session,
            AuthenticationSessionModel signIn,
            UserModel person,
            AccessDenied closed) {
        return form.setAttribute("application", closed.name())
                .setAttribute("leadsBack", leadsBack(signIn))
                .setAttribute(
                        "school",
                        closed.school() == null ? null : closed.school().name())
                .setAttribute(
                        "endedOn",
                        written(closed.endedOn(), session.getContext().resolveLocale(person)));
    }

    /** Recorded as refused, not as a failed sign-in: it must not count towards a lock of the account. */
    static void record(EventBuilder event, UserModel person) {
        event.clone().user(person).detail("reason", "relais-closed").error(Errors.ACCESS_DENIED);
    }

    /** Whether there is a browser to show it; an application that sends a password for tokens has none. */
    static boolean isSeen(AuthenticationSessionModel signIn) {
        return signIn.getRedirectUri() != null || DeviceGrantType.isOAuth2DeviceVerificationFlow(signIn);
    }

    /** Whether the application asked for the sign-in; otherwise (SAML, begun here) the way back would lead here again. */
    static boolean leadsBack(AuthenticationSessionModel signIn) {
        return !"true".equals(signIn.getClientNote(SamlProtocol.SAML_IDP_INITIATED_LOGIN));
    }

    private static String written(LocalDate day, Locale locale) {
        return day == null
                ? null
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(locale)
                        .format(day);
    }
}
