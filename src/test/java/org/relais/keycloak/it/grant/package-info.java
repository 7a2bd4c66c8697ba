/**
 * Access grants from the first day to the last: change sets, expiry, official memberships, regularisation,
 * retention.
 */
package org.relais.keycloak.it.grant;
