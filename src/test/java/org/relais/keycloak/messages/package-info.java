/** The words of Relais. */
package org.relais.keycloak.messages;
