package org.relais.keycloak.delivery.moodle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.relais.keycloak.delivery.target.DeliveryError;
import org.relais.keycloak.delivery.target.DesiredState;
import org.relais.keycloak.delivery.target.Outcome;

/**
 * Makes Moodle match what some people should have: accounts first, then cohorts. Accounts and cohorts that are not ours stay as
 * they are; an account that is not ours is still put into our cohorts.
 */
final class MoodleSync {

    private final MoodleUsers users;
    private final MoodleCohorts cohorts;
    private final CohortMembers members;
    private final List<DesiredState> people;
    private final Map<String, DeliveryError> errors = new HashMap<>();
    private Map<String, MoodleUser> accounts = Map.of();
    private boolean whole;

    MoodleSync(MoodleUsers users, MoodleCohorts cohorts, CohortMembers members, List<DesiredState> people) {
        this.users = users;
        this.cohorts = cohorts;
        this.members = members;
        this.people = people;
    }

    void run() {
        find();
        adopt();
        create();
        CohortSync sync = new CohortSync(cohorts, members, people, accounts, errors);
        sync.leave();
        sync.join();
        update();
        suspend();
        whole = true;
    }

    /** Errors only until it has come to its end: a person is done once everything about them is. */
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
}
