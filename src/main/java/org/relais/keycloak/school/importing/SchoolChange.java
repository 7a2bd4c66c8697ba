package org.relais.keycloak.school.importing;

import java.util.List;
import org.relais.keycloak.school.Schools;

/**
 * What has to change, or has changed, to make a school match a line.
 *
 * @param changed the fields that change: {@code uai}, {@code name}, {@code type}, {@code closed}
 * @param groups  how many groups it lacks
 */
public record SchoolChange(SchoolLine line, Outcome outcome, List<String> changed, int groups) {

    public enum Outcome {
        CREATED,
        CHANGED,
        UNCHANGED
    }

    public boolean isNeeded() {
        return outcome != Outcome.UNCHANGED || groups > 0;
    }

    public boolean closes() {
        return changed.contains(Schools.CLOSED) && Boolean.TRUE.equals(line.closed());
    }
}
