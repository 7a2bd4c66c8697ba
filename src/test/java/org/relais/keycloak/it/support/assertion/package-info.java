/**
 * What a test looks at to judge what happened.
 *
 * <ul>
 *   <li>{@link LedgerRows}: grants, journal and memberships as stored
 *   <li>{@link LedgerInvariants}: what must hold between two transactions
 *   <li>{@link Refused}: holds an answer to the form of a refusal
 *   <li>{@link Statements}: counts SQL statements
 *   <li>{@link StatementCounts}: how many statements the acts of every day take
 *   <li>{@link TestMetrics}: what a server measures
 *   <li>{@link Pictures}: checks a page for accessibility and overflow, keeps a picture
 *   <li>{@link Screenshot}: compares how two pages are drawn
 * </ul>
 */
package org.relais.keycloak.it.support.assertion;
