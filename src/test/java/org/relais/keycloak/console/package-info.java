/** What npm has built of the pages inside the consoles, which are written in TypeScript. */
package org.relais.keycloak.console;
