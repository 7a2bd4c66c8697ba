/** Builds the pages inside the consoles, which are written in TypeScript. */
package org.relais.keycloak.console;
