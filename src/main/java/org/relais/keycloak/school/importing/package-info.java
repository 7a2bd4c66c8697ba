/**
 * Many schools at once, from a file or for the whole realm. Read
 * {@link org.relais.keycloak.school.importing.SchoolSynchronizer} first: it plans what a list would change, and changes it.
 * {@link org.relais.keycloak.school.importing.SchoolImports} stores an import,
 * {@link org.relais.keycloak.school.importing.SchoolImportWorker} carries it out in the background.
 *
 * <p>{@code rest} plans and starts imports, housekeeping resumes those that were interrupted.
 *
 * <p>Never change many schools in the transaction of a request: it would hold locks for minutes, and an interruption would
 * lose everything. Never delete a school: one that is gone is closed and keeps its history.
 */
package org.relais.keycloak.school.importing;
