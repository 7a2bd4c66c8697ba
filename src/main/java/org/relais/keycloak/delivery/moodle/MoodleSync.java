package org.relais.keycloak.delivery.moodle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.relais.keycloak.delivery.moodle.MoodleCohorts.Seat;
import org.relais.keycloak.delivery.target.Access;
import org.relais.keycloak.delivery.target.DeliveryError;
import org.relais.keycloak.delivery.target.DesiredState;
import org.relais.keycloak.delivery.target.Outcome;
import org.relais.keycloak.delivery.target.RemoteGroup;

/**
 * Makes Moodle match what some people should have: accounts, then cohorts, first out and then in. Accounts and cohorts that
 * are not ours are left as they are; an account that is not ours is still put into our cohorts.
 */
final class MoodleSync {

    private final MoodleUsers users;
    private final MoodleCohorts cohorts;
    private final List<DesiredState> people;
    private final Map<String, DeliveryError> errors = new HashMap<>();
    private Map<String, MoodleUser> accounts = Map.of();
    private boolean whole;

    MoodleSync(MoodleUsers users, MoodleCohorts cohorts, List<DesiredState> people) {
        this.users = users;
        this.cohorts = cohorts;
        this.people = people;
    }

    void run() {
        find();
        adopt();
        create();
        leaveCohorts();
        joinCohorts();
        update();
        suspend();
        whole = true;
    }

    /** Nothing but errors as long as it has not come to its end: a person is done when all about them is. */
    Map<String, Outcome> outcomes() {
        Map<String, Outcome> outcomes = new HashMap<>();
        errors.forEach((userId, error) -> outcomes.put(userId, Outcome.failed(error)));
        if (whole) {
            for (DesiredState person : people) {
                MoodleUser account = accounts.get(person.userId());
                outcomes.putIfAbsent(person.userId(), Outcome.done(account == null ? null : account.id()));
            }
        }
        return outcomes;
    }

    private void find() {
        AccountSearch search = new AccountSearch(users);
        search.run(people);
        accounts = search.found();
        errors.putAll(search.errors());
    }

    /** What was another user's goes over before anything else is done with it; nobody is put into what did not. */
    private void adopt() {
        Map<String, NewAccount> adopted = new LinkedHashMap<>();
        for (DesiredState person : people) {
            MoodleUser account = accounts.get(person.userId());
            if (account != null && account.isOfAnother(person.userId())) {
                plan(adopted, person, account);
            }
        }
        write(adopted);
        adopted.forEach((id, account) -> accounts.put(account.userId(), MoodleUsers.of(account, id)));
        errors.keySet().forEach(accounts::remove);
    }

    private void create() {
        List<NewAccount> wanted = new ArrayList<>();
        for (DesiredState person : people) {
            if (person.isWelcome() && !accounts.containsKey(person.userId()) && !errors.containsKey(person.userId())) {
                NewAccount account = users.account(person);
                if (account.problem() == null) {
                    wanted.add(account);
                } else {
                    errors.put(person.userId(), account.problem());
                }
            }
        }
        Map<String, MoodleUser> created = users.create(wanted);
        accounts.putAll(created);
        wanted.stream()
                .filter(account -> !created.containsKey(account.userId()))
                .forEach(account -> errors.put(account.userId(), DeliveryError.MOODLE_ACCOUNT_REFUSED));
    }

    private void leaveCohorts() {
        Map<String, Cohort> known = cohorts.find(people.stream()
                .filter(person -> accounts.containsKey(person.userId()))
                .flatMap(person -> person.surplus().stream().map(MoodleSync::placeOf))
                .toList());
        List<Seat> seats = people.stream()
                .filter(person -> accounts.containsKey(person.userId()))
                .flatMap(person -> person.surplus().stream()
                        .map(known::get)
                        .filter(cohort -> cohort != null && cohort.isOurs())
                        .map(cohort -> seat(person, cohort)))
                .toList();
        cohorts.remove(seats).forEach(seat -> errors.put(seat.userId(), DeliveryError.MOODLE_COHORT_REFUSED));
    }

    private void joinCohorts() {
        List<DesiredState> present = people.stream()
                .filter(person -> person.isWelcome() && accounts.containsKey(person.userId()))
                .toList();
        Map<String, Cohort> there = cohorts.provide(
                present.stream().flatMap(MoodleSync::places).distinct().toList());
        List<Seat> seats = new ArrayList<>();
        for (DesiredState person : present) {
            for (RemoteGroup place : places(person).toList()) {
                Cohort cohort = there.get(place.key());
                if (cohort == null) {
                    errors.put(person.userId(), DeliveryError.MOODLE_COHORT_REFUSED);
                } else if (!cohort.isOurs()) {
                    errors.put(person.userId(), DeliveryError.MOODLE_COHORT_FOREIGN);
                } else {
                    seats.add(seat(person, cohort));
                }
            }
        }
        cohorts.add(seats).forEach(seat -> errors.put(seat.userId(), DeliveryError.MOODLE_COHORT_REFUSED));
    }

    private void update() {
        Map<String, NewAccount> changed = new LinkedHashMap<>();
        for (DesiredState person : people) {
            MoodleUser account = accounts.get(person.userId());
            if (person.isWelcome() && account != null && account.isOf(person.userId())) {
                plan(changed, person, account);
            }
        }
        write(changed);
    }

    private void plan(Map<String, NewAccount> changed, DesiredState person, MoodleUser account) {
        NewAccount wanted = users.account(person);
        if (wanted.problem() != null) {
            errors.put(person.userId(), wanted.problem());
        } else if (!account.isUpToDate(wanted)) {
            changed.put(account.id(), wanted);
        }
    }

    private void write(Map<String, NewAccount> changed) {
        users.update(changed).forEach(id -> errors.put(changed.get(id).userId(), DeliveryError.MOODLE_ACCOUNT_REFUSED));
    }

    private void suspend() {
        Map<String, String> whose = new LinkedHashMap<>();
        for (DesiredState person : people) {
            MoodleUser account = accounts.get(person.userId());
            boolean close =
                    !person.isWelcome() && account != null && account.isOf(person.userId()) && !account.suspended();
            if (close) {
                whose.put(account.id(), person.userId());
            }
        }
        users.suspend(whose.keySet()).forEach(id -> errors.put(whose.get(id), DeliveryError.MOODLE_ACCOUNT_REFUSED));
    }

    private Seat seat(DesiredState person, Cohort cohort) {
        return new Seat(person.userId(), accounts.get(person.userId()).id(), cohort);
    }

    private static Stream<RemoteGroup> places(DesiredState person) {
        return person.accesses().stream().map(Access::place);
    }

    /** Of a place people had, only its key is known. */
    private static RemoteGroup placeOf(String key) {
        return new RemoteGroup(key, key, key);
    }
}
