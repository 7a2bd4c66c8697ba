/** Who may call what: two tables of endpoints and callers, and the tests that hold the server to them. */
package org.relais.keycloak.it.matrix;
