package org.relais.keycloak.it.gate;

import static org.relais.keycloak.it.support.people.DemoNames.DEMO_APP;
import static org.relais.keycloak.it.support.people.DemoNames.PRONOTE;

import java.util.List;
import java.util.Map;
import org.relais.keycloak.it.support.people.TestPerson;
import org.relais.keycloak.it.support.protocol.Answer;
import org.relais.keycloak.it.support.protocol.CodeFlow;
import org.relais.keycloak.it.support.protocol.DeviceFlow;
import org.relais.keycloak.it.support.protocol.SamlAnswer;
import org.relais.keycloak.it.support.protocol.SamlFlow;
import org.relais.keycloak.it.support.protocol.Tokens;
import org.relais.keycloak.it.support.server.GuardedClients;
import org.relais.keycloak.it.support.server.TestClients;

/** A way to sign in to an application that the profile AES opens. */
enum LoginFlow {
    CODE {
        @Override
        Outcome enter(GateScenario scenario, TestPerson person) {
            CodeFlow flow = scenario.realm().codeFlow(PRONOTE, DEMO_APP);
            return outcome(flow, flow.answerForm(flow.open(), person.username()));
        }
    },
    REFRESH {
        @Override
        void before(GateScenario scenario, TestPerson person) {
            scenario.keep(person, scenario.realm().signIn(person.username(), PRONOTE));
        }

        @Override
        Outcome enter(GateScenario scenario, TestPerson person) {
            // Housekeeping may have ended the session of an access that is over: then there is nothing to refresh.
            Answer answer = scenario.realm().tryRefresh(scenario.kept(person), PRONOTE);
            return answer.json().path("error").asText().equals("invalid_grant") ? Outcome.CLOSED : Outcome.of(answer);
        }
    },
    DIRECT_GRANT {
        @Override
        Outcome enter(GateScenario scenario, TestPerson person) {
            return Outcome.of(scenario.realm().trySignIn(person.username(), PRONOTE));
        }
    },
    DEVICE {
        @Override
        Outcome enter(GateScenario scenario, TestPerson person) {
            DeviceFlow flow = new DeviceFlow(scenario.realm(), PRONOTE);
            Answer page = flow.signIn(person.username());
            if (page.text().contains("relais-closed")) {
                return Outcome.CLOSED;
            }
            flow.accept(page);
            return Outcome.of(flow.ask());
        }
    },
    TOKEN_EXCHANGE {
        @Override
        Outcome enter(GateScenario scenario, TestPerson person) {
            String token = scenario.realm().token(person.username(), TestClients.NO_AUDIENCE);
            return Outcome.of(GuardedClients.exchange(scenario.realm(), token));
        }
    },
    ASSERTION {
        @Override
        void before(GateScenario scenario, TestPerson person) {
            scenario.elsewhere().link(person);
        }

        @Override
        Outcome enter(GateScenario scenario, TestPerson person) {
            return Outcome.of(GuardedClients.askAsService(
                    scenario.realm(),
                    Map.of(
                            "grant_type",
                            "urn:ietf:params:oauth:grant-type:jwt-bearer",
                            "assertion",
                            scenario.elsewhere().assertion(person.username()))));
        }
    },
    SAML_POST {
        @Override
        Outcome enter(GateScenario scenario, TestPerson person) {
            SamlFlow flow = GuardedClients.samlFlow(scenario.realm());
            Answer page = flow.answerForm(flow.open(), person.username());
            return page.text().contains("relais-closed")
                    ? Outcome.CLOSED
                    : Outcome.open(SamlAnswer.in(page).attributes().getOrDefault("groups", List.of()));
        }
    },
    SSO_COOKIE {
        @Override
        Outcome enter(GateScenario scenario, TestPerson person) {
            CodeFlow console = scenario.realm().accountConsole();
            console.signIn(person.username());
            CodeFlow flow = console.then(PRONOTE, DEMO_APP);
            return outcome(flow, flow.open());
        }
    },
    BROKER {
        @Override
        void before(GateScenario scenario, TestPerson person) {
            scenario.elsewhere().link(person);
        }

        @Override
        Outcome enter(GateScenario scenario, TestPerson person) {
            CodeFlow flow = scenario.realm().codeFlow(PRONOTE, DEMO_APP);
            return outcome(flow, scenario.elsewhere().signIn(flow, person.username()));
        }
    };

    /** What must have happened before the gate was there and before the person stood as the test wants it. */
    void before(GateScenario scenario, TestPerson person) {}

    abstract Outcome enter(GateScenario scenario, TestPerson person);

    private static Outcome outcome(CodeFlow flow, Answer last) {
        return last.text().contains("relais-closed") ? Outcome.CLOSED : Outcome.of(flow.tryExchange(last));
    }

    /** Whether somebody got in, and of which groups the application was told. */
    record Outcome(boolean open, List<String> groups) {

        static final Outcome CLOSED = new Outcome(false, List.of());

        static Outcome open(List<String> groups) {
            return new Outcome(true, groups);
        }

        /** An answer of the token endpoint; anything but tokens or a refusal by the gate is a failure of the test. */
        static Outcome of(Answer answer) {
            return GuardedClients.refuses(answer)
                    ? CLOSED
                    : open(Tokens.of(answer.expect(200).json()).groups());
        }
    }
}
