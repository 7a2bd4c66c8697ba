/**
 * The benchmark: a realm as large as an academy, two servers, with Relais and without, asked the same in turn. It is no
 * test: it is run on a quiet machine and writes its report into {@code docs/benchmarks}.
 */
package org.relais.keycloak.bench;
