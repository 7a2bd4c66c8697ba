/** Databases for tests of stores, which need no server. */
package org.relais.keycloak.database;
