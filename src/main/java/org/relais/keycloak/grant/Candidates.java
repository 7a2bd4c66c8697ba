package org.relais.keycloak.grant;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.keycloak.models.UserModel;
import org.relais.keycloak.directory.People;
import org.relais.keycloak.directory.record.Person;
import org.relais.keycloak.platform.KeycloakId;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.problem.Problem;

/** Finds out who the lines of a change set speak of. */
final class Candidates {

    private static final int LONGEST_IDENTIFIER = 255;

    private final RealmContext context;
    private final Eligibility eligibility;
    private final boolean anybody;

    /** @param anybody whether people may be named whom managers do not find in the directory */
    Candidates(RealmContext context, boolean anybody) {
        this.context = context;
        this.eligibility = new Eligibility(context);
        this.anybody = anybody;
    }

    /** Somebody to be added: a person who has an account, or an identifier in lower case; and the field that says so. */
    record Line(String field, UserModel person, String identifier) {

        String subject() {
            return person == null ? identifier : person.getId();
        }

        String name() {
            return person == null ? identifier : Person.nameOf(person);
        }
    }

    /** Whether a problem concerns one line rather than all. */
    static boolean isOfLine(Problem problem) {
        return problem.field() != null && problem.field().startsWith("add[");
    }

    /** The number of the line that a problem concerns, from 0. */
    static int lineOf(Problem problem) {
        return Integer.parseInt(
                problem.field().substring("add[".length(), problem.field().indexOf(']')));
    }

    /** The lines that speak of somebody who can be added; for the others a problem is noted. */
    List<Line> resolve(List<Candidate> candidates, List<Problem> problems) {
        List<Line> lines = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < candidates.size(); i++) {
            Line line = lineOf(candidates.get(i), "add[" + i + "]");
            Optional<String> problem = problemOf(line);
            if (problem.isPresent()) {
                problems.add(Problem.at(line.field(), problem.get(), told(line, candidates.get(i))));
            } else if (!seen.add(line.subject())) {
                problems.add(Problem.at(line.field(), "line-twice", given(candidates.get(i))));
            } else {
                lines.add(line);
            }
        }
        return lines;
    }

    /** The members of a group as lines; whoever cannot be added is noted under the field {@code addGroup}. */
    List<Line> membersAsLines(List<String> userIds, List<Problem> problems) {
        List<Line> lines = new ArrayList<>();
        for (String userId : userIds) {
            UserModel person = context.session().users().getUserById(context.realm(), userId);
            Optional<String> problem = eligibility.problemOf(person);
            if (problem.isPresent()) {
                problems.add(Problem.at("addGroup", problem.get(), person == null ? userId : Person.nameOf(person)));
            } else {
                lines.add(new Line("addGroup", person, null));
            }
        }
        return lines;
    }

    private Line lineOf(Candidate candidate, String field) {
        if (candidate.userId() != null) {
            UserModel person = KeycloakId.of(candidate.userId())
                    .map(id -> context.session().users().getUserById(context.realm(), id))
                    .orElse(null);
            return new Line(field + ".userId", person, null);
        }
        String identifier = candidate.identifier().strip().toLowerCase(Locale.ROOT);
        return new Line(field + ".identifier", accountOf(identifier), identifier);
    }

    /** The account that is known by this identifier; by its mail address only if that cannot be shared. */
    private UserModel accountOf(String identifier) {
        UserModel named =
                identifier.isEmpty() ? null : context.session().users().getUserByUsername(context.realm(), identifier);
        if (named != null && !new Identifiers(context.realm()).isKnownByName(named)) {
            named = null;
        }
        if (named != null || !identifier.contains("@") || context.realm().isDuplicateEmailsAllowed()) {
            return named;
        }
        UserModel mailed = context.session().users().getUserByEmail(context.realm(), identifier);
        return mailed != null && mailed.isEmailVerified() ? mailed : null;
    }

    private Optional<String> problemOf(Line line) {
        if (line.person() == null && line.identifier() != null) {
            boolean usable = !line.identifier().isEmpty()
                    && line.identifier().length() <= LONGEST_IDENTIFIER
                    && line.identifier().chars().noneMatch(c -> Character.isISOControl(c) || Character.isWhitespace(c));
            return usable ? Optional.empty() : Optional.of("identifier-unusable");
        }
        return isHidden(line.person()) ? Optional.of("person-hidden") : eligibility.problemOf(line.person());
    }

    private boolean isHidden(UserModel person) {
        return !anybody && person != null && People.isHidden(context.session(), context.realm(), person);
    }

    /** A person chosen in the directory has a name there; what was typed is answered as it was typed. */
    private String told(Line line, Candidate candidate) {
        boolean isFound = candidate.userId() != null && line.person() != null && !isHidden(line.person());
        return isFound ? line.name() : given(candidate);
    }

    private static String given(Candidate candidate) {
        return candidate.userId() != null ? candidate.userId() : candidate.identifier();
    }
}
