package org.relais.keycloak.directory.index;

import java.util.Collection;

/**
 * Who is looked for.
 *
 * @param text    words of a name, an identifier or a email address; empty where a school or a type is enough
 * @param schools UAIs, of which the people belong to one; null for the whole academy
 * @param type    what the people are; null for anything
 */
public record PeopleSearch(String text, Collection<String> schools, String type) {

    public boolean isNarrowed() {
        return schools != null || type != null;
    }
}
