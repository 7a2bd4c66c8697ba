package org.relais.keycloak.grant;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.models.GroupModel;
import org.keycloak.models.UserModel;
import org.relais.keycloak.journal.Journal;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.school.ManagedGroup;
import org.relais.keycloak.school.Profile;
import org.relais.keycloak.school.Profiles;
import org.relais.keycloak.school.Schools;

/**
 * Closes the grant of a person whom an official membership reaches, in the transaction in which the membership comes: no
 * application is lost for a moment.
 */
public final class Regularisation {

    private final RealmContext context;
    private final Ledger ledger;
    private final GrantStore store;

    public Regularisation(RealmContext context) {
        this.context = context;
        this.ledger = new Ledger(context);
        this.store = new GrantStore(context.entityManager());
    }

    /** Somebody has become an official member of a group. */
    public void reached(ManagedGroup group, String userId) {
        reachedWithin(group, userId);
        reachedBeside(List.of(group), userId);
    }

    /**
     * Ends the grants that a directory makes superfluous. A directory may give memberships of its own, which send no event and
     * are not in the database. Nothing is read from the directory for people without a grant.
     */
    public void reachedByDirectory(UserModel person) {
        if (person.getFederationLink() == null) {
            return;
        }
        List<Grant> open = store.openOfPerson(context.realmId(), person.getId());
        if (open.isEmpty()) {
            return;
        }
        List<String> given = new ArrayList<>(LocalUsers.orInDirectory(person)
                .getGroupsStream()
                .map(GroupModel::getId)
                .toList());
        LocalUsers.of(context, person).getGroupsStream().map(GroupModel::getId).forEach(given::remove);
        open.stream()
                .filter(grant -> grant.holdsAt(context.now()) && given.contains(grant.groupId()))
                .forEach(grant -> ledger.end(grant.id(), EndCause.REGULARISED, Journal.SYSTEM));
    }

    /** Closes the grant in the group itself: the membership stays, and is official from now on. */
    void reachedWithin(ManagedGroup group, String userId) {
        store.openInGroups(List.of(group.id()), List.of(userId)).forEach(grant -> ledger.regularise(grant.id()));
    }

    /**
     * Ends grants in other groups of the school whose profile says that these groups regularise. They end with their
     * membership, but only where the official one opens every application that they open. Otherwise they run until their last
     * day.
     */
    void reachedBeside(Collection<ManagedGroup> official, String userId) {
        List<Profile> profiles = Profiles.of(context.realm()).all();
        boolean concerned = official.stream()
                .anyMatch(group -> profiles.stream().anyMatch(it -> it.isRegularisedBy(group.profile())));
        if (!concerned) {
            return;
        }
        Schools schools = new Schools(context.session(), context.realm());
        store.openOfPerson(context.realmId(), userId).stream()
                .filter(grant -> grant.holdsAt(context.now()))
                .filter(grant -> schools.managedGroup(grant.groupId())
                        .filter(granted -> official.stream().anyMatch(group -> replaces(group, granted)))
                        .isPresent())
                .forEach(grant -> ledger.end(grant.id(), EndCause.REGULARISED, Journal.SYSTEM));
    }

    private static boolean replaces(ManagedGroup official, ManagedGroup granted) {
        return !official.id().equals(granted.id())
                && official.isIn(granted.school())
                && granted.profile().isRegularisedBy(official.profile())
                && clients(official).containsAll(clients(granted));
    }

    private static Set<String> clients(ManagedGroup group) {
        return group.clientIds().stream().map(id -> id.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }
}
