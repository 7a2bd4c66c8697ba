package org.relais.keycloak.delivery.moodle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Stream;
import org.relais.keycloak.delivery.target.DeliveryError;
import org.relais.keycloak.delivery.target.DesiredState;

/**
 * Finds the accounts of people: by the id they had, by id number, by username, by email address; each looked for only where
 * the one before found nothing. One call for each. An account of ours that was another user's is found only if it is
 * suspended: nothing keeps that user any more.
 */
final class AccountSearch {

    private final MoodleUsers users;
    private final Map<String, MoodleUser> found = new HashMap<>();
    private final Map<String, DeliveryError> errors = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    AccountSearch(MoodleUsers users) {
        this.users = users;
    }

    /** By the id of the user. */
    Map<String, MoodleUser> found() {
        return found;
    }

    /** Who is not to get an account now, and why; by the id of the user. */
    Map<String, DeliveryError> errors() {
        return errors;
    }

    void run(List<DesiredState> people) {
        look(
                people,
                "id",
                it -> Stream.ofNullable(it.remoteId()),
                (it, user) -> user.id().equals(it.remoteId()));
        look(
                people,
                "idnumber",
                it -> Stream.of(MoodleUser.marked(it.userId()), it.userId()),
                (it, user) -> user.isOf(it.userId()) || user.idNumber().equals(it.userId()));
        List<DesiredState> welcome =
                people.stream().filter(DesiredState::isWelcome).toList();
        look(
                welcome,
                "username",
                it -> Stream.of(users.account(it).username()),
                (it, user) -> user.username().equals(users.account(it).username()));
        look(
                welcome,
                "email",
                it -> Stream.of(users.account(it).email()).filter(mail -> !mail.isEmpty()),
                (it, user) -> user.email().equals(users.account(it).email()));
    }

    private void look(
            List<DesiredState> people,
            String field,
            Function<DesiredState, Stream<String>> values,
            BiPredicate<DesiredState, MoodleUser> matches) {
        List<DesiredState> missing = people.stream()
                .filter(it -> !found.containsKey(it.userId()) && !errors.containsKey(it.userId()))
                .toList();
        List<String> wanted = missing.stream().flatMap(values).distinct().toList();
        List<MoodleUser> there = new ArrayList<>();
        Set<String> refused = new HashSet<>(Batches.send(wanted, batch -> there.addAll(users.with(field, batch))));
        for (DesiredState person : missing) {
            if (values.apply(person).anyMatch(refused::contains)) {
                errors.put(person.userId(), DeliveryError.MOODLE_SEARCH_REFUSED);
            } else {
                List<MoodleUser> matching = there.stream()
                        .filter(user -> matches.test(person, user))
                        .toList();
                choose(person, matching, !field.equals("id"));
            }
        }
    }

    /** @param decisive whether an account that is another's stands in the way; one known from before is looked for anew */
    private void choose(DesiredState person, List<MoodleUser> matching, boolean decisive) {
        Optional<MoodleUser> best = matching.stream()
                .filter(user -> !user.isOfAnother(person.userId()) || isFree(person, user))
                .min(Comparator.comparingInt(user -> rank(user, person)));
        if (best.isPresent()) {
            found.put(person.userId(), best.get());
            taken.add(best.get().id());
        } else if (decisive && !matching.isEmpty()) {
            errors.put(person.userId(), DeliveryError.MOODLE_ACCOUNT_OTHER);
        }
    }

    private boolean isFree(DesiredState person, MoodleUser user) {
        return person.isWelcome() && user.suspended() && !taken.contains(user.id());
    }

    /** Where several match, ours goes first and somebody else's last. */
    private static int rank(MoodleUser user, DesiredState person) {
        return user.isOf(person.userId()) ? 0 : user.isOurs() ? 2 : 1;
    }
}
