package org.relais.keycloak.delivery.target;

/**
 * The group in which an application keeps the people of a managed group: a cohort in Moodle.
 *
 * @param key  {@code 0359001U_AES}, as the profile's pattern makes it
 * @param name for people to read
 * @param uai  of its school
 */
public record RemoteGroup(String key, String name, String uai) {}
