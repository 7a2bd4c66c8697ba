package org.relais.keycloak.school;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

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

    public boolean contains(ClientModel client) {
        return isNamed(client.getClientId()) || isMarked(client);
    }

    /** The first such client that a pattern could mean. */
    Optional<String> firstMeantBy(ClientPattern pattern) {
        Stream<String> named = Stream.concat(KEYCLOAKS_OWN.stream(), academy.officialOnlyClients().stream());
        Stream<String> marked = new SchoolStore(
                        session.getProvider(JpaConnectionProvider.class).getEntityManager())
                .clientsWith(realm.getId(), MARK, "true").stream();
        return Stream.concat(named, marked).filter(pattern::couldMean).sorted().findFirst();
    }

    private boolean isNamed(String clientId) {
        return KEYCLOAKS_OWN.contains(clientId)
                || academy.officialOnlyClients().stream().anyMatch(clientId::equalsIgnoreCase);
    }

    private static boolean isMarked(ClientModel client) {
        return Boolean.parseBoolean(client.getAttribute(MARK));
    }
}
