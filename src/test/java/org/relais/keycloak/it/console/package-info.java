/** The section "Accès anticipé" as administrators use it: the real Admin Console, the real server, a real browser. */
package org.relais.keycloak.it.console;
