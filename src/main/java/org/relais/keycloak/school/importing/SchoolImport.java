package org.relais.keycloak.school.importing;

import java.time.Instant;
import java.util.List;
import org.relais.keycloak.problem.Problem;

/**
 * An import of schools that is under way in the background, or has ended.
 *
 * @param actor      the id of the user who started it
 * @param impersonator the id of the administrator who started it in the session of the actor; mostly null
 * @param finishedAt null while it goes on
 * @param total      how many schools there are to change
 * @param remaining  how many are left
 * @param groups     how many groups have been created
 * @param failed     the schools that could not be changed
 */
public record SchoolImport(
        String id,
        String actor,
        String impersonator,
        Instant startedAt,
        Instant finishedAt,
        int total,
        int remaining,
        int created,
        int changed,
        int groups,
        List<Failure> failed) {

    /** A school that could not be changed. */
    public record Failure(int line, String uai, Problem problem) {}
}
