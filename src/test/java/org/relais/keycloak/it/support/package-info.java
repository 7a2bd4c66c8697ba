/** What the integration tests share. */
package org.relais.keycloak.it.support;
