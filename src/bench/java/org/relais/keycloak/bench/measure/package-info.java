/** How requests are timed: one client at a time in turn, then many at once. */
package org.relais.keycloak.bench.measure;
