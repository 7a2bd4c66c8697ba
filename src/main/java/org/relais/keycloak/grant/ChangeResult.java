package org.relais.keycloak.grant;

import java.util.List;

/**
 * What a change set has done.
 *
 * @param granted  the grants it gave or extended
 * @param ended    those it ended
 * @param repeated whether an earlier, equal change set had done it already
 */
public record ChangeResult(List<Grant> granted, List<Grant> ended, boolean repeated) {

    /** How many grants it touched. */
    public int lines() {
        return granted.size() + ended.size();
    }
}
