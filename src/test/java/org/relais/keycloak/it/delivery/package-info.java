/** Applications that are told who is in which group: Moodle, webhooks, and what happens when they fail. */
package org.relais.keycloak.it.delivery;
