package org.relais.keycloak.rest.http;

import jakarta.persistence.PersistenceException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Supplier;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelException;
import org.keycloak.services.ErrorResponseException;
import org.relais.keycloak.platform.WriteConflict;
import org.relais.keycloak.problem.ChangeRejected;
import org.relais.keycloak.problem.CommonProblem;
import org.relais.keycloak.problem.Conflict;
import org.relais.keycloak.problem.InvalidInput;
import org.relais.keycloak.problem.NotAllowed;
import org.relais.keycloak.problem.NotAuthenticated;
import org.relais.keycloak.problem.NotFound;
import org.relais.keycloak.problem.Problem;
import org.relais.keycloak.problem.Refusal;
import org.relais.keycloak.problem.TooLarge;
import org.relais.keycloak.problem.TooManyRequests;
import org.relais.keycloak.problem.WrongContentType;

/** The one place where a refusal becomes an HTTP answer. The transaction of a refused request is rolled back. */
public final class ErrorMapper {

    private final KeycloakSession session;

    public ErrorMapper(KeycloakSession session) {
        this.session = session;
    }

    public <T> T give(Supplier<T> work) {
        try {
            return work.get();
        } catch (Refusal refusal) {
            throw refused(refusal);
        } catch (ModelException | PersistenceException failed) {
            if (WriteConflict.isCauseOf(failed)) {
                throw refused(new Conflict(Problem.general(CommonProblem.CHANGED_MEANWHILE)));
            }
            throw failed;
        }
    }

    private ErrorResponseException refused(Refusal refusal) {
        ProblemMessages problemMessages = new ProblemMessages(session);
        List<ErrorRepresentation> errors =
                refusal.problems().stream().map(problemMessages::errorOf).toList();
        Object body = refusal instanceof ChangeRejected ? new ErrorsRepresentation(errors) : errors.get(0);
        Response.ResponseBuilder answer =
                Response.status(statusOf(refusal)).entity(body).type(MediaType.APPLICATION_JSON_TYPE);
        if (refusal instanceof NotAuthenticated) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (refusal instanceof TooManyRequests tooOften) {
            answer.header(HttpHeaders.RETRY_AFTER, tooOften.waitSeconds());
        }
        return new ErrorResponseException(answer.build());
    }

    private static int statusOf(Refusal refusal) {
        if (refusal instanceof NotAuthenticated) {
            return 401;
        } else if (refusal instanceof NotAllowed) {
            return 403;
        } else if (refusal instanceof NotFound) {
            return 404;
        } else if (refusal instanceof Conflict) {
            return 409;
        } else if (refusal instanceof TooLarge) {
            return 413;
        } else if (refusal instanceof WrongContentType) {
            return 415;
        } else if (refusal instanceof ChangeRejected) {
            return 422;
        } else if (refusal instanceof TooManyRequests) {
            return 429;
        } else if (refusal instanceof InvalidInput) {
            return 400;
        }
        throw new IllegalStateException(refusal);
    }
}
