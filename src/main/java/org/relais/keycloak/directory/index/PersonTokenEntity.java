package org.relais.keycloak.directory.index;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

/** A token that a person is found by, in the letters a to z and digits, which every database sorts the same way. */
@Entity
@Table(name = "RELAIS_PERSON_TOKEN")
@IdClass(PersonTokenEntity.Key.class)
public class PersonTokenEntity {

    @Id
    @Column(name = "PERSON_ID", length = 36)
    String personId;

    @Id
    @Enumerated(EnumType.STRING)
    @Column(name = "KIND", length = 8)
    TokenKind kind;

    @Id
    @Column(name = "TOKEN", length = 64)
    String token;

    @Column(name = "REALM_ID", length = 36, nullable = false)
    String realmId;

    /** All tokens of the person, the name first: with it, the index alone answers a search for several words. */
    @Column(name = "LINE", length = PersonTokens.LONGEST_LINE, nullable = false)
    String line;

    /**
     * How many letters the token shares with the person's token before it: a beginning of that length has been found there
     * already.
     */
    @Column(name = "SHARED", nullable = false)
    int shared;

    /** A person and what they are found by. */
    public record Key(String personId, TokenKind kind, String token) implements Serializable {}
}
