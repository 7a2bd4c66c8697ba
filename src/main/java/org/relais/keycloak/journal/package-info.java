/**
 * Who did what to whom, when and why. Read {@link org.relais.keycloak.journal.Journal} first: it writes and reads the entries
 * of a realm.
 *
 * <p>Rooms that act write an entry in the transaction of their act; {@code rest} shows the entries. Only
 * {@code grant.GrantEvents} calls {@code writeOf}, because it informs the other rooms of the same change.
 *
 * <p>Never write a name or an email address into the details: entries hold ids, so that a deleted account leaves no name
 * behind. Never change or delete an entry, except where an account is erased or the time to keep it has passed.
 */
package org.relais.keycloak.journal;
