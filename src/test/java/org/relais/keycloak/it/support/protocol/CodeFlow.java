package org.relais.keycloak.it.support.protocol;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.relais.keycloak.it.support.server.TestRealm;

/** The authorization code flow with PKCE of one browser; a second client in the same browser is a single sign-on. */
public final class CodeFlow {

    private static final Pattern CODE = Pattern.compile("[?&#]code=([^&#]+)");

    private final TestRealm realm;
    private final String clientId;
    private final String redirectUri;
    private final PlainBrowser browser;
    private final String verifier = UUID.randomUUID().toString() + UUID.randomUUID();

    public CodeFlow(TestRealm realm, String clientId, String redirectUri) {
        this(realm, clientId, redirectUri, new PlainBrowser());
    }

    private CodeFlow(TestRealm realm, String clientId, String redirectUri, PlainBrowser browser) {
        this.realm = realm;
        this.clientId = clientId;
        this.redirectUri = redirectUri;
        this.browser = browser;
    }

    /** The same browser at another client. */
    public CodeFlow then(String otherClientId, String otherRedirectUri) {
        return new CodeFlow(realm, otherClientId, otherRedirectUri, browser);
    }

    /** The browser itself, for pages that are none of this flow's. */
    public PlainBrowser browser() {
        return browser;
    }

    /** The whole way; fails with the page where it ended instead. */
    public Tokens signIn(String username) {
        return exchange(answerForm(open(), username));
    }

    /** By the identity provider of an alias, whose own login page takes name and password, once it is asked. */
    public Tokens signInAt(String alias, String username) {
        Answer page = follow(open(Map.of("kc_idp_hint", alias)));
        return exchange(page.status() == 200 ? follow(answerForm(page, username)) : page);
    }

    /** By registration, where the realm allows it. */
    public Tokens register(Map<String, String> account) {
        Answer page = follow(open(Map.of("prompt", "create")));
        return exchange(
                follow(browser.post(HtmlForm.in(page, "kc-register-form").action(), account)));
    }

    private Answer follow(Answer answer) {
        return browser.follow(answer, realm.server().url().toString());
    }

    /** Where the single sign-on session spares the login page. */
    public Tokens continueSession() {
        return exchange(open());
    }

    /** The first page of the flow: the login page, a redirect with a code, or a refusal. */
    public Answer open() {
        return open(Map.of());
    }

    /** The same with more parameters, or others. */
    public Answer open(Map<String, String> more) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("client_id", clientId);
        query.put("redirect_uri", redirectUri);
        query.put("response_type", "code");
        query.put("scope", "openid");
        query.put("state", UUID.randomUUID().toString());
        query.put("code_challenge_method", "S256");
        query.put("code_challenge", challenge());
        query.putAll(more);
        String endpoint = realm.server().url() + "/realms/" + realm.name() + "/protocol/openid-connect/auth";
        return browser.get(endpoint + "?" + Api.encode(query));
    }

    /** What follows the login page: a redirect with a code, or a page that refuses. */
    public Answer answerForm(Answer page, String username) {
        return browser.post(
                HtmlForm.in(page, "kc-form-login").action(),
                Map.of("username", username, "password", TestRealm.PASSWORD));
    }

    /** The tokens for the code in the redirect. */
    public Tokens exchange(Answer redirect) {
        return Tokens.of(tryExchange(redirect).expect(200).json());
    }

    public Answer tryExchange(Answer redirect) {
        return exchange(redirect, null);
    }

    /** @param secret of a confidential client; null for another */
    public Answer exchange(Answer redirect, String secret) {
        Matcher code = CODE.matcher(redirect.expect(302).header("Location"));
        if (!code.find()) {
            throw new AssertionError("No code in the redirect to " + redirect.header("Location"));
        }
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", URLDecoder.decode(code.group(1), StandardCharsets.UTF_8));
        form.put("redirect_uri", redirectUri);
        form.put("code_verifier", verifier);
        if (secret != null) {
            form.put("client_secret", secret);
        }
        return realm.askToken(clientId, form);
    }

    private String challenge() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
