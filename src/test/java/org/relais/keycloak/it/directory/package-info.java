/** People as managers find them, the search index, and what is believed of the official record. */
package org.relais.keycloak.it.directory;
