/** What holds for all rooms: two nodes, Keycloak's caches, the cost of a request in SQL statements. */
package org.relais.keycloak.it.platform;
