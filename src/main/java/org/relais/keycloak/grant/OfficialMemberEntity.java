package org.relais.keycloak.grant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.relais.keycloak.platform.RealmRow;

/** A membership that the rule made, or took over from a grant. The rule never takes away any other. */
@Entity
@Table(name = "RELAIS_OFFICIAL_MEMBER")
public class OfficialMemberEntity extends RealmRow {

    @Column(name = "USER_ID", nullable = false)
    String userId;

    @Column(name = "GROUP_ID", length = 36, nullable = false)
    String groupId;

    @Column(name = "MADE_AT", nullable = false)
    long madeAt;
}
