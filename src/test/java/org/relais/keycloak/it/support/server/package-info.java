/**
 * Servers under test, their realms, database and clock, and what administrators configure there.
 *
 * <ul>
 *   <li>{@link ServerUnderTest}: a server in production mode with a database of its own
 *   <li>{@link RelaisServer}: the JUnit extension: gives a test the shared server, a fresh realm, a browser
 *   <li>{@link TestRealm}: the demo's realm under a name of its own: APIs, tokens, ids
 *   <li>{@link RealmTemplate}: the demo's realm file, changed so that a test can use it
 *   <li>{@link OtherRealm}: a second realm at which people of the first sign in (identity brokering)
 *   <li>{@link TestDatabases}: the PostgreSQL of this run
 *   <li>{@link Sql}: SQL behind the server's back
 *   <li>{@link OtherTransaction}: a transaction that holds rows while the server wants them
 *   <li>{@link BrokenLedger}: takes the table of the grants away for a while
 *   <li>{@link ServerClock}: moves the server's clock
 *   <li>{@link Days}: days of the academy: today, soon, the end of a day
 *   <li>{@link Housekeeping}: runs at once what the server does every minute
 *   <li>{@link Concurrently}: several requests at the same moment
 *   <li>{@link ProbeJar}: packs the probe that sets the clock and counts statements
 *   <li>{@link Vault}: secrets in Keycloak's vault of files
 *   <li>{@link AcademySettings}: settings of the component {@code relais-academy}
 *   <li>{@link TestProfiles}: profiles as components: read, changed, added
 *   <li>{@link TestTargets}: applications that a realm tells of people
 *   <li>{@link TestClients}: the clients a test signs in with
 *   <li>{@link GuardedClients}: clients of every protocol behind the gate
 *   <li>{@link Clients}: clients by the Admin API
 *   <li>{@link Flows}: authentication flows by the Admin API
 *   <li>{@link Roles}: roles by the Admin API, for people and for groups
 *   <li>{@link ManySchools}: schools written straight into the database
 *   <li>{@link SchoolFiles}: files of schools, and their import
 * </ul>
 */
package org.relais.keycloak.it.support.server;
