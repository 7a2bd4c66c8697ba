package org.relais.keycloak.rest.http;

import jakarta.persistence.PersistenceException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelException;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.relais.keycloak.platform.WriteConflict;
import org.relais.keycloak.problem.CommonProblem;
import org.relais.keycloak.problem.Problem;

/**
 * Long lists in short transactions of their own: a session holds, and looks through at every flush, all that it has touched.
 * What one has done stays done whatever becomes of the next.
 */
public final class BatchRunner {

    private static final int SIZE = 40;

    private BatchRunner() {}

    /**
     * @param work one result for each item, in their order
     * @param lost the result for an item of a batch that met another act
     */
    public static <A, B> List<B> of(
            RequestContext call,
            List<A> items,
            BiFunction<KeycloakSession, List<A>, List<B>> work,
            Function<Problem, B> lost) {
        List<B> results = new ArrayList<>();
        for (int from = 0; from < items.size(); from += SIZE) {
            List<A> some = items.subList(from, Math.min(from + SIZE, items.size()));
            results.addAll(batch(call, some, work, lost));
        }
        return results;
    }

    private static <A, B> List<B> batch(
            RequestContext call,
            List<A> items,
            BiFunction<KeycloakSession, List<A>, List<B>> work,
            Function<Problem, B> lost) {
        KeycloakSession session = call.session();
        try {
            return KeycloakModelUtils.runJobInTransactionWithResult(
                    session.getKeycloakSessionFactory(),
                    session.getContext(),
                    own -> work.apply(own, items),
                    "relais batch");
        } catch (ModelException | PersistenceException failed) {
            if (!WriteConflict.isCauseOf(failed)) {
                throw failed;
            }
            return items.stream()
                    .map(item -> lost.apply(Problem.general(CommonProblem.CHANGED_MEANWHILE)))
                    .toList();
        }
    }
}
