/**
 * The factories of our realm components, and what a setting must fulfil before Keycloak saves it. Read
 * {@link org.relais.keycloak.school.component.SchoolComponentFactory} first, then
 * {@link org.relais.keycloak.school.component.ProfileValidator} for the rules of a profile.
 *
 * <p>Keycloak calls the factories; {@code rest} previews a profile with
 * {@link org.relais.keycloak.school.component.ProfileDraft} and sets a realm up with
 * {@link org.relais.keycloak.school.component.DefaultProfiles}. Other rooms read the settings through {@code school}.
 *
 * <p>Never check a reference to another component while a realm is being imported: the other one may come later. Never
 * rename a provider id or a setting: realms and their exports contain them.
 */
package org.relais.keycloak.school.component;
