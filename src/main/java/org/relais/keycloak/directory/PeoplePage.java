package org.relais.keycloak.directory;

import java.util.List;

/**
 * A page of a search.
 *
 * @param next where the next page begins; null after the last
 */
public record PeoplePage(List<Person> people, PeoplePlace next) {}
