/** The page "Gestion des groupes" as people use it: the real console, the real server, a real browser. */
package org.relais.keycloak.it.page;
