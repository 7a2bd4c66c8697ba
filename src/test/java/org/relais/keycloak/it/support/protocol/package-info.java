/**
 * How a test speaks to the server: HTTP, OpenID Connect, SAML, a browser.
 *
 * <ul>
 *   <li>{@link Api}: JSON over HTTP with a token
 *   <li>{@link Answer}: what came back, with {@code expect(status)}
 *   <li>{@link Download}: a body that is read while the server writes it
 *   <li>{@link AdminToken}: a token of the first administrator that is never too old
 *   <li>{@link Tokens}: the tokens of an answer, and their claims
 *   <li>{@link CodeFlow}: the authorization code flow with PKCE
 *   <li>{@link DeviceFlow}: the sign-in of a device without a keyboard
 *   <li>{@link SamlFlow}: the sign-in of SAML by the POST binding
 *   <li>{@link SamlAnswer}: the response of SAML and its attributes
 *   <li>{@link PlainBrowser}: a cookie jar around plain HTTP
 *   <li>{@link HtmlForm}: a form of a page, filled in and sent
 *   <li>{@link Chromium}: a real browser
 *   <li>{@link Look}: how somebody looks at a page: language, size, colours
 *   <li>{@link BrowserComplaints}: errors of scripts and breaches of the Content-Security-Policy
 * </ul>
 */
package org.relais.keycloak.it.support.protocol;
