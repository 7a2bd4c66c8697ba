/**
 * What realms, databases, clients and dashboards know of Relais, held against kept copies: whoever changes one of these on
 * purpose renews its copy, and the reviewer reads the difference. Copies are in {@code src/test/resources/contract}, that of
 * the API in {@code docs/reference/openapi.json}.
 */
package org.relais.keycloak.contract;
