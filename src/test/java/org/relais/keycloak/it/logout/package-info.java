/** Sessions that end with an access. */
package org.relais.keycloak.it.logout;
