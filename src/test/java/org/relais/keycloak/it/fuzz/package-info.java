/**
 * Fifty thousand requests at random, by people of every right, with ids of three realms. {@link FuzzIT} says what must hold.
 *
 * <p>{@link ApiDocument} says what can be asked, so that a new endpoint is covered by itself; {@link Pool} holds the ids
 * and texts that requests are made of; {@link RequestMaker} makes the request of a number, always the same one;
 * {@link FuzzWorld} is who and what the realms hold; {@link AnswerRules} and {@link UntouchedRows} judge.
 */
package org.relais.keycloak.it.fuzz;
