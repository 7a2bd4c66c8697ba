package org.relais.keycloak.directory.index;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A person whom the search index can find. */
@Entity
@Table(name = "RELAIS_PERSON")
public class PersonEntity {

    /** The id of the user. */
    @Id
    @Column(name = "ID", length = 36)
    String id;

    @Column(name = "REALM_ID", length = 36, nullable = false)
    String realmId;

    /** The digest of the tokens of the person: it tells whether they have changed. */
    @Column(name = "DIGEST", length = 64, nullable = false)
    String digest;
}
