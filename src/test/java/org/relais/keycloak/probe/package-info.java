/** A provider that only the test server has: it moves the server's clock, counts its SQL statements and runs its housekeeping. */
package org.relais.keycloak.probe;
