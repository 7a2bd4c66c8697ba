/** What was measured, as a table and as a chart. */
package org.relais.keycloak.bench.report;
