/**
 * What is refused, and why. Read {@link org.relais.keycloak.problem.Problem} first: one thing that is wrong with a request. A
 * {@link org.relais.keycloak.problem.Refusal} carries one or several of them; each kind of refusal is a class of its own and
 * becomes one HTTP status in {@code rest.http.ErrorMapper}, nowhere else.
 *
 * <p>Every room throws refusals and keeps its codes in an enum that implements
 * {@link org.relais.keycloak.problem.ProblemCode}; {@link org.relais.keycloak.problem.CommonProblem} holds the codes of more
 * than one room. This room uses no other.
 *
 * <p>Never rename a code that has been published: clients depend on it. Never put into a problem what the caller may not see.
 */
package org.relais.keycloak.problem;
