package org.relais.keycloak.school;

/** Who may be in the groups of a profile. */
public enum Population {
    /** Official members only: nobody is added by hand. */
    OFFICIAL,
    /** Only people added by hand. */
    GRANTED,
    /** Both; only those added by hand can be taken out. */
    MIXED;

    public boolean takesGrants() {
        return this != OFFICIAL;
    }

    public boolean takesOfficialMembers() {
        return this != GRANTED;
    }
}
