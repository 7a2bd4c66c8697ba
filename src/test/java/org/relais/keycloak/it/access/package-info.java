/** What is open to a person now, and what the import jobs of applications read about it. */
package org.relais.keycloak.it.access;
