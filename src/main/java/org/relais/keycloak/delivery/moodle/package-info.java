/**
 * A Moodle as a target, over its web services: accounts and cohorts follow the access of people.
 *
 * <p>Read {@link org.relais.keycloak.delivery.moodle.MoodleFactory} for the settings and {@code MoodleSync} for the rules.
 * {@code MoodleApi} says which of its errors concern Moodle and which a row.
 *
 * <p>Only Keycloak calls it, through the factory. It never changes an account or a cohort that does not carry the mark of
 * Relais, and it never takes an empty answer for an absence: a token without capabilities sees nobody.
 */
package org.relais.keycloak.delivery.moodle;
