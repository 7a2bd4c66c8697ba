package org.relais.keycloak.directory.index;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.relais.keycloak.platform.RealmRow;

/** A person whom the search index can find, under the id of the user. */
@Entity
@Table(name = "RELAIS_PERSON")
public class PersonEntity extends RealmRow {

    /** The digest of the tokens of the person: it tells whether they have changed. */
    @Column(name = "DIGEST", length = 64, nullable = false)
    String digest;
}
