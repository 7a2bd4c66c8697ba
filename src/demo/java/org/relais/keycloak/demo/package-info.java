/** {@code mvn -Pdemo}: a server with the demo realm, and the page of a demo application. */
package org.relais.keycloak.demo;
