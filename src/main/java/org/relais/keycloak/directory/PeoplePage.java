package org.relais.keycloak.directory;

import java.util.List;
import org.relais.keycloak.directory.index.PeoplePosition;
import org.relais.keycloak.directory.record.Person;

/**
 * A page of a search.
 *
 * @param next where the next page begins; null after the last
 */
public record PeoplePage(List<Person> people, PeoplePosition next) {}
