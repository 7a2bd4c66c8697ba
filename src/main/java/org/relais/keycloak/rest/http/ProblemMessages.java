package org.relais.keycloak.rest.http;

import java.io.IOException;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.theme.Theme;
import org.relais.keycloak.problem.Problem;

/**
 * Puts problems into sentences in the caller's language. The sentences are messages of the realm's theme, so that an academy
 * can reword them like Keycloak's own.
 */
public final class ProblemMessages {

    private final KeycloakSession session;
    private final Locale locale;
    private Properties messages;

    public ProblemMessages(KeycloakSession session) {
        this.session = session;
        this.locale = localeOf(session);
    }

    static Locale localeOf(KeycloakSession session) {
        UserModel user = session.getContext().getBearerToken() == null
                ? null
                : session.getContext().getUser();
        return session.getContext().resolveLocale(user);
    }

    public ErrorRepresentation errorOf(Problem problem) {
        List<String> params = problem.params().stream().map(String::valueOf).toList();
        return new ErrorRepresentation(
                sentence(problem), problem.field(), params.isEmpty() ? null : params, problem.code());
    }

    private String sentence(Problem problem) {
        String pattern = messages().getProperty("relais-" + problem.code(), problem.code());
        Object[] shown = problem.params().stream().map(this::shown).toArray();
        return new MessageFormat(pattern, locale).format(shown);
    }

    private Object shown(Object param) {
        return param instanceof LocalDate day
                ? DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(locale)
                        .format(day)
                : param;
    }

    private Properties messages() {
        try {
            if (messages == null) {
                messages = session.theme()
                        .getTheme(Theme.Type.ACCOUNT)
                        .getEnhancedMessages(session.getContext().getRealm(), locale);
            }
            return messages;
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
