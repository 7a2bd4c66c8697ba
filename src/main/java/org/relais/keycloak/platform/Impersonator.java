package org.relais.keycloak.platform;

import java.util.Optional;
import org.keycloak.models.ImpersonationSessionNote;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;

/**
 * The administrator who has opened the session of somebody else, as Keycloak notes it in that session, and acts in it.
 *
 * @param id       the id of an account of the realm or of the realm master; of a client that exchanged a token without anybody
 * @param username as the session notes it; may be null
 * @param personId whose session it is
 */
public record Impersonator(String id, String username, String personId) {

    private static final String CARRIED = Impersonator.class.getName();

    /** Who acts in the session of the request's token; empty for a person in their own session, and for a task. */
    public static Optional<Impersonator> of(KeycloakSession session) {
        return session.getAttribute(CARRIED) instanceof Impersonator carried
                ? Optional.of(carried)
                : Optional.ofNullable(session.getContext().getUserSession()).flatMap(own -> of(session, own));
    }

    /** Who acts as a person in the request; empty if that person does, or if the act is not theirs. */
    public static Optional<Impersonator> of(KeycloakSession session, String actor) {
        return of(session).filter(impersonator -> impersonator.personId().equals(actor));
    }

    /** The id of who acts as a person in the request; null if that person does. */
    public static String idOf(KeycloakSession session, String actor) {
        return of(session, actor).map(Impersonator::id).orElse(null);
    }

    /** Tells a job that does part of a request, in a session of its own, who acts. */
    static void carry(KeycloakSession request, KeycloakSession job) {
        of(request).ifPresent(impersonator -> job.setAttribute(CARRIED, impersonator));
    }

    /** The notes of an offline session are those it began with: the session of the browser may have more. */
    private static Optional<Impersonator> of(KeycloakSession session, UserSessionModel own) {
        Optional<Impersonator> noted = noted(own);
        return noted.isPresent() || !own.isOffline()
                ? noted
                : Optional.ofNullable(session.sessions().getUserSession(own.getRealm(), own.getId()))
                        .flatMap(Impersonator::noted);
    }

    private static Optional<Impersonator> noted(UserSessionModel own) {
        String person = own.getNote(ImpersonationSessionNote.IMPERSONATOR_ID.toString());
        String client = own.getNote(ImpersonationSessionNote.IMPERSONATOR_CLIENT.toString());
        return Optional.ofNullable(person == null ? client : person)
                .map(id -> new Impersonator(
                        id,
                        own.getNote(ImpersonationSessionNote.IMPERSONATOR_USERNAME.toString()),
                        own.getUser().getId()));
    }
}
