/** Who may manage what: delegations, and Keycloak's own permissions beside them. */
package org.relais.keycloak.it.authority;
