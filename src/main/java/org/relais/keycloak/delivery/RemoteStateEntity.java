package org.relais.keycloak.delivery;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hibernate.Length;
import org.hibernate.annotations.Nationalized;

/**
 * What a target may hold of a person. Groups are recorded before the target is called, so that a crash in between leaves nothing
 * in the target that nobody remembers.
 */
@Entity
@Table(name = "RELAIS_HOLDING")
@IdClass(DeliveryKey.class)
public class RemoteStateEntity extends DeliveryRow {

    /** Keys of groups, one a line. */
    @Nationalized
    @Column(name = "PLACES", length = Length.LONG32)
    String remoteGroups;

    @Column(name = "REMOTE_ID")
    public String remoteId;

    /** When all was as it should be for the last time; null if it never was. */
    @Column(name = "DELIVERED_AT")
    public Long deliveredAt;

    public Set<String> remoteGroups() {
        return remoteGroups == null
                ? Set.of()
                : Arrays.stream(remoteGroups.split("\n")).collect(Collectors.toCollection(TreeSet::new));
    }

    public void keep(Collection<String> keys) {
        remoteGroups = keys.isEmpty() ? null : keys.stream().sorted().collect(Collectors.joining("\n"));
    }
}
