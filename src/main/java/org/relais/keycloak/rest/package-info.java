/**
 * The two APIs: for managers at {@code /realms/{realm}/relais}, for administrators at {@code /admin/realms/{realm}/relais}.
 *
 * <p>Read {@link org.relais.keycloak.rest.AdminResource} and {@link org.relais.keycloak.rest.ManagerResource} first: each
 * endpoint names the right it needs and the one call that answers it. {@code docs/reference/openapi.json} is the contract.
 *
 * <p>Only Keycloak calls this room.
 *
 * <p>Never judge here: {@code authority} decides who may, the room concerned decides what is right. Never open a transaction,
 * except through {@code BatchRunner}. Every id in a request, in its path or its body, is authorised as if it were asked for
 * alone; outside the caller's scope the answer is 404.
 */
package org.relais.keycloak.rest;
