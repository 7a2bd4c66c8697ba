package org.relais.keycloak.rest.http;

import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Set;
import org.relais.keycloak.problem.CommonProblem;
import org.relais.keycloak.problem.InvalidInput;
import org.relais.keycloak.problem.Problem;
import org.relais.keycloak.problem.ProblemCode;
import org.relais.keycloak.problem.TooLarge;
import org.relais.keycloak.problem.WrongContentType;

/** Refuses bodies that are too large or of another type than the endpoint reads. */
public final class BodyLimits {

    private BodyLimits() {}

    /** @param largest in bytes */
    public static byte[] bytes(InputStream body, int largest, ProblemCode tooLarge) {
        try {
            byte[] bytes = body == null ? new byte[0] : body.readNBytes(largest + 1);
            if (bytes.length > largest) {
                throw new TooLarge(Problem.general(tooLarge, largest));
            }
            return bytes;
        } catch (IOException broken) {
            throw new InvalidInput(Problem.general(CommonProblem.BODY_UNREADABLE));
        }
    }

    /** A request that does not say what it sends is taken to send what the endpoint reads. */
    public static void requireType(RequestContext call, Set<String> types, ProblemCode wrongType) {
        String type =
                call.session().getContext().getHttpRequest().getHttpHeaders().getHeaderString(HttpHeaders.CONTENT_TYPE);
        if (type != null && !types.contains(type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))) {
            throw new WrongContentType(Problem.at(HttpHeaders.CONTENT_TYPE, wrongType));
        }
    }
}
