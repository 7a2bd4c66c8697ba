package org.relais.keycloak.school;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.relais.keycloak.platform.EntityManagers;
import org.relais.keycloak.platform.RealmContext;

/**
 * The clients no grant opens: those the academy lists (GAR, ARENA), those an administrator marked with the client
 * attribute {@value #MARK}, and Keycloak's own.
 */
public final class OfficialOnlyClients {

    /** Client attribute; {@code true} keeps a client out of every profile that takes grants. */
    public static final String MARK = "relais.officialOnly";

    private static final Set<String> KEYCLOAKS_OWN =
            Set.of("account", "account-console", "admin-cli", "broker", "realm-management", "security-admin-console");

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Academy academy;

    public OfficialOnlyClients(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
        this.academy = Academy.of(realm);
    }

    public OfficialOnlyClients(RealmContext context) {
        this(context.session(), context.realm());
    }

    public boolean contains(ClientModel client) {
        return KEYCLOAKS_OWN.contains(client.getClientId()) || isApplication(client);
    }

    /** Whether it is one of them and not Keycloak's own: GAR, ARENA, and those an administrator marked. */
    public boolean isApplication(ClientModel client) {
        return isListed(client.getClientId()) || Boolean.parseBoolean(client.getAttribute(MARK));
    }

    /** Those applications, as far as they exist. */
    public Stream<ClientModel> applications() {
        return Stream.concat(academy.officialOnlyClients().stream(), marked())
                .map(realm::getClientByClientId)
                .filter(Objects::nonNull)
                .distinct();
    }

    /** The first such client that a pattern could mean. */
    public Optional<String> firstMeantBy(ClientPattern pattern) {
        Stream<String> named = Stream.concat(KEYCLOAKS_OWN.stream(), academy.officialOnlyClients().stream());
        return Stream.concat(named, marked())
                .filter(pattern::couldMean)
                .sorted()
                .findFirst();
    }

    private Stream<String> marked() {
        return new SchoolStore(EntityManagers.of(session)).clientsWith(realm.getId(), MARK, "true").stream();
    }

    private boolean isListed(String clientId) {
        return academy.officialOnlyClients().stream().anyMatch(clientId::equalsIgnoreCase);
    }
}
