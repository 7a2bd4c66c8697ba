/** What tokens and SAML responses say of groups; the recipes for clients that read them. */
package org.relais.keycloak.it.claim;
