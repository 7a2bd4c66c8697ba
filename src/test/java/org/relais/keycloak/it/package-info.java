/**
 * The integration tests and what they stand on: one production-mode server with PostgreSQL for the whole run, a fresh
 * realm for each class.
 */
package org.relais.keycloak.it;
