/** A Keycloak server with the extension, installed and started: shared by the demo and the integration tests. */
package org.relais.keycloak.server;
