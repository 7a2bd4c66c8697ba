/** What is written down about every change, and how it is found again. */
package org.relais.keycloak.it.journal;
