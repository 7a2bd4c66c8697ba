package org.relais.keycloak.grant;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.UserModel;
import org.relais.keycloak.directory.record.Person;
import org.relais.keycloak.platform.CleanText;
import org.relais.keycloak.platform.KeycloakId;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.problem.CommonProblem;
import org.relais.keycloak.problem.Problem;
import org.relais.keycloak.problem.ProblemCode;
import org.relais.keycloak.school.ManagedGroup;

/** Finds out who the lines of a change set speak of, and whether these people can have an access. */
final class Candidates {

    static final int LONGEST_IDENTIFIER = 255;

    private final RealmContext context;
    private final Reach reach;
    private final GrantStore grants;
    private final MemberStore members;
    private final Eligibility eligibility;
    private final boolean anybody;

    /** @param anybody whether people may be named whom managers do not find in the directory */
    Candidates(RealmContext context, Reach reach, GrantStore grants, MemberStore members, boolean anybody) {
        this.context = context;
        this.reach = reach;
        this.grants = grants;
        this.members = members;
        this.eligibility = new Eligibility(context, anybody);
        this.anybody = anybody;
    }

    /** Everybody whom a change set adds to a group: those it names, and those it copies from another group. */
    Recipient.Found of(ManagedGroup group, ChangeSet change) {
        Recipient.Found named = named(change.add());
        Recipient.Found copied = copied(group, change, named.recipients());
        return new Recipient.Found(
                Stream.concat(named.recipients().stream(), copied.recipients().stream())
                        .toList(),
                Stream.concat(named.problems().stream(), copied.problems().stream())
                        .toList());
    }

    private Recipient.Found named(List<Candidate> candidates) {
        List<Recipient> recipients = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < candidates.size(); i++) {
            Candidate candidate = candidates.get(i);
            Recipient recipient = recipientOf(candidate, "add[" + i + "]");
            Optional<Problem> problem = problemOf(recipient, candidate);
            if (problem.isPresent()) {
                problems.add(problem.get());
            } else if (!seen.add(recipient.subject())) {
                problems.add(Problem.at(recipient.field(), GrantProblem.LINE_TWICE, candidate.asWritten()));
            } else {
                recipients.add(recipient);
            }
        }
        return new Recipient.Found(recipients, problems);
    }

    /** Members of the group to be copied who are not members yet and not named already. */
    private Recipient.Found copied(ManagedGroup group, ChangeSet change, List<Recipient> named) {
        if (change.addGroup() == null) {
            return Recipient.Found.NOBODY;
        }
        int room = ChangeSet.MOST_LINES - change.add().size() - change.remove().size();
        List<String> ids =
                members.memberIds(change.addGroup().id(), context.clock().millis(), room + 1);
        if (ids.size() > room) {
            return new Recipient.Found(
                    List.of(), List.of(Problem.at("addGroup", CommonProblem.TOO_MANY_LINES, ChangeSet.MOST_LINES)));
        }
        Set<String> known = named.stream().map(Recipient::subject).collect(Collectors.toSet());
        Set<String> already = members.membersAmong(List.of(group.id()), ids).getOrDefault(group.id(), Set.of());
        Set<String> over = grants.openInGroups(List.of(group.id()), ids).stream()
                .filter(grant -> grant.isOverAt(context.now()))
                .map(Grant::userId)
                .collect(Collectors.toSet());
        return members(ids.stream()
                .filter(id -> !known.contains(id) && (!already.contains(id) || over.contains(id)))
                .filter(reach::changesGroupsOf)
                .toList());
    }

    /** Whom managers do not find is left out without a word. */
    private Recipient.Found members(List<String> userIds) {
        List<Recipient> recipients = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (String userId : userIds) {
            UserModel person = context.session().users().getUserById(context.realm(), userId);
            Optional<ProblemCode> problem = eligibility.problemOf(person);
            if (problem.filter(GrantProblem.PERSON_HIDDEN::equals).isPresent()) {
                continue;
            }
            if (problem.isPresent()) {
                problems.add(Problem.at("addGroup", problem.get(), person == null ? userId : Person.nameOf(person)));
            } else {
                recipients.add(new Recipient("addGroup", person, null));
            }
        }
        return new Recipient.Found(recipients, problems);
    }

    private Recipient recipientOf(Candidate candidate, String field) {
        if (candidate.userId() != null) {
            UserModel person = KeycloakId.of(candidate.userId())
                    .map(id -> context.session().users().getUserById(context.realm(), id))
                    .orElse(null);
            return new Recipient(field + ".userId", person, null);
        }
        String identifier = Identifiers.folded(candidate.identifier().strip());
        return new Recipient(field + ".identifier", accountOf(identifier), identifier);
    }

    /**
     * The account that an identifier means. To managers, an account that cannot have an access is none: its identifier waits,
     * like that of anybody who is not here yet, and no answer tells the two apart.
     */
    private UserModel accountOf(String identifier) {
        UserModel found = new Identifiers(context).accountOf(identifier);
        return anybody || eligibility.problemOf(found).isEmpty() ? found : null;
    }

    private Optional<Problem> problemOf(Recipient recipient, Candidate candidate) {
        if (isOutOfReach(recipient)) {
            return Optional.of(Problem.at(recipient.field(), GrantProblem.PERSON_HIDDEN, candidate.asWritten()));
        }
        if (recipient.identifier() == null) {
            return eligibility.toldAbout(recipient.person(), recipient.field(), candidate.userId());
        }
        Optional<? extends ProblemCode> problem = isUsable(recipient.identifier())
                ? Optional.ofNullable(recipient.person()).flatMap(eligibility::problemOf)
                : Optional.of(GrantProblem.IDENTIFIER_UNUSABLE);
        return problem.map(code -> Problem.at(recipient.field(), code, candidate.asWritten()));
    }

    /** Blanks of any width end a word, and what nobody sees makes two names of one. */
    private static boolean isUsable(String identifier) {
        return !identifier.isEmpty()
                && identifier.length() <= LONGEST_IDENTIFIER
                && CleanText.firstUnseen(identifier).isEmpty()
                && identifier
                        .chars()
                        .noneMatch(c ->
                                Character.isISOControl(c) || Character.isWhitespace(c) || Character.isSpaceChar(c));
    }

    private boolean isOutOfReach(Recipient recipient) {
        return recipient.person() == null
                ? recipient.identifier() != null && !reach.changesGroupsOf(null)
                : !reach.changesGroupsOf(recipient.person().getId());
    }
}
