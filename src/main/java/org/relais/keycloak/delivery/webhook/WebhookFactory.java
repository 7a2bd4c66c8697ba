package org.relais.keycloak.delivery.webhook;

import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.http.config.RegistryBuilder;
import org.apache.http.conn.socket.ConnectionSocketFactory;
import org.apache.http.conn.socket.PlainConnectionSocketFactory;
import org.apache.http.conn.ssl.SSLConnectionSocketFactory;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClientBuilder;
import org.apache.http.impl.conn.PoolingHttpClientConnectionManager;
import org.keycloak.Config;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderConfigProperty;
import org.relais.keycloak.delivery.Target;
import org.relais.keycloak.delivery.TargetFactory;
import org.relais.keycloak.delivery.TargetSecrets;
import org.relais.keycloak.delivery.TargetSettingProblem;
import org.relais.keycloak.delivery.target.DeliveryError;
import org.relais.keycloak.delivery.target.TargetAddress;
import org.relais.keycloak.delivery.target.TargetUnavailable;
import org.relais.keycloak.platform.ServerClock;
import org.relais.keycloak.school.ComponentConfig;
import org.relais.keycloak.school.component.ConfigProperties;

/**
 * The component {@code relais-webhook}. Where webhooks may go is an option of the server, {@code allow-loopback} and
 * {@code allowed-addresses}, out of reach of the administrators of a realm.
 */
public final class WebhookFactory implements TargetFactory {

    static final String URL = "url";
    static final String SECRET = "secret";
    static final String FIELDS = "webhookFields";

    private final Clock clock = new ServerClock();
    private AddressPolicy policy = AddressPolicy.of(false, List.of());

    @Override
    public String getId() {
        return "relais-webhook";
    }

    @Override
    public String getHelpText() {
        return "An address that is told, in signed events, what people have access to";
    }

    @Override
    public void init(Config.Scope config) {
        policy = AddressPolicy.of(
                config.getBoolean("allow-loopback", false),
                Stream.of(Optional.ofNullable(config.get("allowed-addresses"))
                                .orElse("")
                                .split(","))
                        .map(String::strip)
                        .filter(block -> !block.isEmpty())
                        .toList());
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of(
                ConfigProperties.text(URL, null),
                ConfigProperties.secret(SECRET),
                TargetFactory.clients(),
                ConfigProperties.texts(FIELDS));
    }

    @Override
    public String addressProperty() {
        return URL;
    }

    @Override
    public void validate(ComponentModel model) {
        ComponentConfig settings = new ComponentConfig(model);
        String url = settings.text(URL, "");
        if (!TargetAddress.isValid(url, policy.loopback())) {
            throw TargetSettingProblem.URL.refused(url);
        }
        if (!isSecret(new TargetSecrets(this, model).written(SECRET))) {
            throw TargetSettingProblem.SIGNATURE.refused(SECRET);
        }
        if (settings.texts(CLIENTS, List.of()).isEmpty()) {
            throw TargetSettingProblem.CLIENTS.refused();
        }
        settings.texts(FIELDS, List.of()).stream()
                .filter(key -> Arrays.stream(PersonalField.values())
                        .noneMatch(field -> field.key().equals(key)))
                .findFirst()
                .ifPresent(key -> {
                    throw TargetSettingProblem.FIELD.refused(key);
                });
    }

    @Override
    public Target create(KeycloakSession session, ComponentModel model) {
        ComponentConfig settings = new ComponentConfig(model);
        List<String> keys = settings.texts(FIELDS, List.of());
        Set<PersonalField> fields = Arrays.stream(PersonalField.values())
                .filter(field -> keys.contains(field.key()))
                .collect(Collectors.toSet());
        RealmModel realm = session.getContext().getRealm();
        return new WebhookTarget(
                client(policy),
                URI.create(settings.text(URL, "")),
                signature(secret(session, model, SECRET)),
                new AccessEvent("/realms/" + realm.getName(), fields),
                clock);
    }

    /** What the vault holds is only seen here. */
    private static Signature signature(String secret) {
        try {
            return Signature.with(secret);
        } catch (IllegalArgumentException malformed) {
            throw new TargetUnavailable(DeliveryError.SECRET, null, malformed);
        }
    }

    /** Without proxies, which would do the resolving themselves, without cookies and without redirects. */
    static CloseableHttpClient client(AddressPolicy policy) {
        var schemes = RegistryBuilder.<ConnectionSocketFactory>create()
                .register("http", PlainConnectionSocketFactory.getSocketFactory())
                .register("https", SSLConnectionSocketFactory.getSocketFactory())
                .build();
        return HttpClientBuilder.create()
                .setConnectionManager(new PoolingHttpClientConnectionManager(schemes, new GuardedDnsResolver(policy)))
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableAutomaticRetries()
                .build();
    }

    /** Itself well written, or a reference to the vault, which is read when it is used. */
    private static boolean isSecret(String secret) {
        try {
            return secret.startsWith("${vault.") || Signature.with(secret) != null;
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
