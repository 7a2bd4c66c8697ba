/** A provider that only the test server has: it moves the server's clock and counts its SQL statements. */
package org.relais.keycloak.probe;
