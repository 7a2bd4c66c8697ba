/** Sign-ins that the gate refuses, the page it shows, and its installation. */
package org.relais.keycloak.it.gate;
