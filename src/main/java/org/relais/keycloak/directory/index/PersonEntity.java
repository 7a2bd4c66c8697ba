package org.relais.keycloak.directory.index;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Somebody who can be found. */
@Entity
@Table(name = "RELAIS_PERSON")
public class PersonEntity {

    /** Of the user. */
    @Id
    @Column(name = "ID", length = 36)
    String id;

    @Column(name = "REALM_ID", length = 36, nullable = false)
    String realmId;

    /** Of what the person is found by: tells whether that has changed. */
    @Column(name = "DIGEST", length = 64, nullable = false)
    String digest;
}
