/** Schools, profiles and the components of a realm: read, checked, imported from a file, exported with the realm. */
package org.relais.keycloak.it.school;
