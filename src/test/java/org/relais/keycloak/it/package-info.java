/**
 * The integration tests: one production-mode server with PostgreSQL for the whole run, a fresh realm for each class. A
 * test lies in the package of the room whose rule it holds; {@code page} and {@code console} are the two interfaces in a
 * real browser, {@code matrix} says who may call what. What tests share is in {@link org.relais.keycloak.it.support}.
 */
package org.relais.keycloak.it;
