package org.relais.keycloak.school.importing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.relais.keycloak.platform.RealmRow;

/** An import of schools: what it does and how far it is. Its lines say what remains. */
@Entity
@Table(name = "RELAIS_IMPORT")
public class SchoolImportEntity extends RealmRow {

    @Column(name = "ACTOR", nullable = false)
    String actor;

    /** Who acted in the session of the actor; null where the actor did. */
    @Column(name = "IMPERSONATOR")
    String impersonator;

    /** Whether schools get the groups they lack. */
    @Column(name = "WITH_GROUPS", nullable = false)
    boolean withGroups;

    @Column(name = "STARTED_AT", nullable = false)
    long startedAt;

    @Column(name = "FINISHED_AT")
    Long finishedAt;

    @Column(name = "TOTAL", nullable = false)
    int total;

    @Column(name = "CREATED", nullable = false)
    int created;

    @Column(name = "CHANGED", nullable = false)
    int changed;

    @Column(name = "GROUPS_CREATED", nullable = false)
    int groups;

    /** The realm while it goes on, null afterwards: a realm has one at a time. */
    @Column(name = "ACTIVE_KEY", length = 36)
    String activeKey;

    void add(SchoolChange schoolChange) {
        created += schoolChange.outcome() == SchoolChange.Outcome.CREATED ? 1 : 0;
        changed += schoolChange.outcome() == SchoolChange.Outcome.CHANGED ? 1 : 0;
        groups += schoolChange.groups();
    }

    void finish(long at) {
        finishedAt = at;
        activeKey = null;
    }
}
