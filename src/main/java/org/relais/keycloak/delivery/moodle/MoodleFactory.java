package org.relais.keycloak.delivery.moodle;

import java.net.URI;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.http.impl.client.CloseableHttpClient;
import org.keycloak.component.ComponentModel;
import org.keycloak.connections.httpclient.HttpClientProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderConfigProperty;
import org.relais.keycloak.delivery.Target;
import org.relais.keycloak.delivery.TargetFactory;
import org.relais.keycloak.delivery.TargetSettingProblem;
import org.relais.keycloak.delivery.target.TargetAddress;
import org.relais.keycloak.platform.RecentlyUsed;
import org.relais.keycloak.platform.ServerClock;
import org.relais.keycloak.school.ComponentConfig;
import org.relais.keycloak.school.component.ConfigProperties;

/** The component {@code relais-moodle}: a Moodle that is fed over its web services. */
public final class MoodleFactory implements TargetFactory {

    static final String URL = "url";
    static final String TOKEN = "token";
    static final String USERNAME = "moodleUsername";
    static final String AUTH = "moodleAuth";

    /** Each change of an address begins another one. */
    private static final int MOST_CACHES = 100;

    private final Clock clock = new ServerClock();
    private final Map<String, CohortCache> caches = Collections.synchronizedMap(new RecentlyUsed<>(MOST_CACHES));

    @Override
    public String getId() {
        return "relais-moodle";
    }

    @Override
    public String getHelpText() {
        return "A Moodle in which accounts and cohorts follow the memberships of groups";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        ProviderConfigProperty username =
                ConfigProperties.property(USERNAME, ProviderConfigProperty.LIST_TYPE, UsernamePolicy.ID.name());
        username.setOptions(Stream.of(UsernamePolicy.values()).map(Enum::name).toList());
        return List.of(
                ConfigProperties.text(URL, null),
                ConfigProperties.secret(TOKEN),
                TargetFactory.clients(),
                username,
                ConfigProperties.text(AUTH, "oauth2"));
    }

    @Override
    public String addressProperty() {
        return URL;
    }

    @Override
    public void validate(ComponentModel model) {
        ComponentConfig settings = new ComponentConfig(model);
        String url = settings.text(URL, "");
        if (!isAddress(url)) {
            throw TargetSettingProblem.URL.refused(url);
        }
        if (settings.text(TOKEN, null) == null) {
            throw TargetSettingProblem.SECRET.refused(TOKEN);
        }
        if (settings.texts(CLIENTS, List.of()).isEmpty()) {
            throw TargetSettingProblem.CLIENTS.refused();
        }
        if (!settings.text(AUTH, "oauth2").matches("[a-z][a-z0-9_]{0,19}")) {
            throw TargetSettingProblem.AUTH.refused(settings.text(AUTH, ""));
        }
        String policy = settings.text(USERNAME, UsernamePolicy.ID.name());
        if (Stream.of(UsernamePolicy.values()).noneMatch(it -> it.name().equals(policy))) {
            throw TargetSettingProblem.USERNAME.refused(policy);
        }
    }

    @Override
    public Target create(KeycloakSession session, ComponentModel model) {
        ComponentConfig settings = new ComponentConfig(model);
        URI url = URI.create(settings.text(URL, ""));
        CohortCache cache = caches.computeIfAbsent(model.getId() + " " + url, any -> new CohortCache(clock));
        CloseableHttpClient http = session.getProvider(HttpClientProvider.class).getHttpClient();
        return target(
                http,
                url,
                secret(session, model, TOKEN),
                UsernamePolicy.valueOf(settings.text(USERNAME, UsernamePolicy.ID.name())),
                settings.text(AUTH, "oauth2"),
                cache,
                clock);
    }

    static Target target(
            CloseableHttpClient http,
            URI url,
            String token,
            UsernamePolicy policy,
            String auth,
            CohortCache cache,
            Clock clock) {
        MoodleApi api = new MoodleApi(http, url, token, clock);
        return new MoodleTarget(
                api, new MoodleUsers(api, policy, auth), new MoodleCohorts(api, cache), new CohortMembers(api, cache));
    }

    /** The token travels in each call: in the clear only to this machine itself. */
    private static boolean isAddress(String url) {
        return TargetAddress.isValid(url, true) && URI.create(url).getRawQuery() == null;
    }
}
