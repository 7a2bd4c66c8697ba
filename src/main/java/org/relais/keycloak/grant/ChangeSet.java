package org.relais.keycloak.grant;

import java.time.LocalDate;
import java.util.List;
import org.relais.keycloak.school.ManagedGroup;

/**
 * What a manager wants to change in one group, in one act: all of it is done, or nothing.
 *
 * @param add      people to give an access to
 * @param addGroup a group whose present members are added too; null for none
 * @param remove   ids of grants to end
 * @param endsOn   last day of the accesses given; null for what the profile suggests
 * @param anybody  whether people may be added whom managers do not find in the directory
 * @param together suffixes of the groups of the same school in which the same is done for the same people
 */
public record ChangeSet(
        List<Candidate> add,
        ManagedGroup addGroup,
        List<String> remove,
        LocalDate endsOn,
        String reason,
        boolean anybody,
        List<String> together) {

    /** How many lines one change set may have, the members of a group added counted one by one. */
    public static final int MOST_LINES = 200;
}
