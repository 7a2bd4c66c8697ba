/** The two APIs as such: their refusals, the status of a realm, its setup. */
package org.relais.keycloak.it.rest;
