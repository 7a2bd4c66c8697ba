/** The people, schools and groups of an academy, the same at every run, written straight into the database. */
package org.relais.keycloak.bench.seed;
