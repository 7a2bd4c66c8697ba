/** The OpenAPI document, made from the code when the test classes are ready. */
package org.relais.keycloak.openapi;
