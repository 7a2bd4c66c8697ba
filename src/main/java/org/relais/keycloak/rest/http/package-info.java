/**
 * What every request has in common: authentication, the reading of bodies and query parameters, cursors, errors, admin events.
 *
 * <p>Read {@link org.relais.keycloak.rest.http.ApiGuard} first: every endpoint runs inside it.
 * {@link org.relais.keycloak.rest.http.RequestContext} is what it hands to the endpoint;
 * {@link org.relais.keycloak.rest.http.ErrorMapper} is the one place where a refusal becomes an HTTP answer.
 *
 * <p>Only the other packages of {@code rest} call this one.
 *
 * <p>Never answer a refusal anywhere else. Never ignore what a body says and this package does not understand: refuse it.
 */
package org.relais.keycloak.rest.http;
