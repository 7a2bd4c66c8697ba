package org.relais.keycloak.delivery.target;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an application should hold of a person now.
 *
 * @param account  null for a person who is removed or disabled: nothing should be held
 * @param accesses the groups that open the application to the person at this instant
 * @param held     keys of the groups the person may be in from before
 * @param remoteId by which id the application knows the person, as far as is known; may be null
 */
public record DesiredState(
        String userId, RemoteAccount account, List<Access> accesses, Set<String> held, String remoteId) {

    /** Whether the application should let the person in. */
    public boolean isWelcome() {
        return account != null && !accesses.isEmpty();
    }

    public Set<String> wantedKeys() {
        return accesses.stream().map(access -> access.remoteGroup().key()).collect(Collectors.toSet());
    }

    /** Keys of groups to take the person out of. */
    public Set<String> surplus() {
        Set<String> wanted = wantedKeys();
        return held.stream().filter(key -> !wanted.contains(key)).collect(Collectors.toSet());
    }

    /** Whether the application neither knows the person nor should. */
    public boolean isNothing() {
        return accesses.isEmpty() && held.isEmpty() && remoteId == null;
    }
}
