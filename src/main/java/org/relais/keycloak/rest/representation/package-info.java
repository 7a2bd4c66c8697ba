/**
 * What the APIs read and answer: records ({@code *Representation}, {@code *Request}) and the mappers that fill them.
 *
 * <p>Read {@link org.relais.keycloak.rest.representation.GrantMapper} first: the other mappers follow its shape. A mapper shows a
 * whole page with a constant number of statements.
 *
 * <p>Only {@code rest} calls this package.
 *
 * <p>Never rename a field, nor a name in {@code @Schema}: clients are generated from them. Never show more of a person than
 * {@code directory} describes. Never load one row at a time.
 */
package org.relais.keycloak.rest.representation;
