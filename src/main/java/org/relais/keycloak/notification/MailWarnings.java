package org.relais.keycloak.notification;

import java.util.ArrayList;
import java.util.List;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.problem.Problem;
import org.relais.keycloak.problem.ProblemCode;
import org.relais.keycloak.school.Academy;

/** Warns of mails that do not leave: no mail server, a server that fails, mails that were given up. */
public final class MailWarnings {

    private enum Code implements ProblemCode {
        WARNING_NO_MAIL_SERVER,
        WARNING_MAILS_WAITING,
        WARNING_MAILS_GIVEN_UP
    }

    private final RealmContext context;

    public MailWarnings(RealmContext context) {
        this.context = context;
    }

    public List<Problem> all() {
        MailQueue queue = new Mails(context).queue();
        List<Problem> problems = new ArrayList<>();
        if (!queue.server() && !Academy.of(context.realm()).mails().isEmpty()) {
            problems.add(Problem.general(Code.WARNING_NO_MAIL_SERVER));
        }
        if (queue.error() != null) {
            problems.add(Problem.general(Code.WARNING_MAILS_WAITING, queue.waiting(), queue.error()));
        }
        if (queue.givenUp() != 0) {
            problems.add(Problem.general(Code.WARNING_MAILS_GIVEN_UP, queue.givenUp()));
        }
        return problems;
    }
}
