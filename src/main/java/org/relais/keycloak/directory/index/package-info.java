/**
 * The index in which people are searched, in tables of our own: Keycloak's cannot search the beginning of every word. Read
 * {@link org.relais.keycloak.directory.index.PersonTokens} first (what a person is found by), then
 * {@link org.relais.keycloak.directory.index.PeopleIndex} (writes it) and
 * {@link org.relais.keycloak.directory.index.PersonFinder} (searches it).
 * {@link org.relais.keycloak.directory.index.IndexReconciliation} compares the index with all accounts.
 *
 * <p>{@code directory} searches it, {@code event} keeps it up to date, {@code rest} shows how far a reconciliation is.
 *
 * <p>Never show a person straight from the index: it may lag behind the account. Never write a query that reads more rows
 * than a page plus a constant, and never change the form of tokens without raising the number in {@code PeopleIndex.FORM}.
 */
package org.relais.keycloak.directory.index;
