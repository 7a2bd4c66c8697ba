/**
 * What every room needs of Keycloak and of the database, written once. Read
 * {@link org.relais.keycloak.platform.RealmContext} first: the session, the realm and the clock of an act. Then
 * {@link org.relais.keycloak.platform.RealmJobs} (work in a transaction of its own),
 * {@link org.relais.keycloak.platform.AfterCommit} (work once the transaction is committed) and
 * {@link org.relais.keycloak.platform.CoalescingTask} (work that many signals ask for and one run does).
 *
 * <p>Every room may call it; it knows nothing of schools, grants or people, and uses no other room.
 *
 * <p>Never keep a session or a realm in a field that outlives the session. Never do something that leaves the server, such as
 * a mail or an HTTP call, inside a transaction: write it into a table and let {@code AfterCommit} wake who sends it.
 */
package org.relais.keycloak.platform;
