package org.relais.keycloak.it.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.Change.aChange;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;
import static org.relais.keycloak.it.support.people.DemoNames.MOODLE_GROUP;
import static org.relais.keycloak.it.support.people.DemoNames.PRONOTE;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.people.Manager;
import org.relais.keycloak.it.support.people.TestPerson;
import org.relais.keycloak.it.support.people.TestServiceAccount;
import org.relais.keycloak.it.support.protocol.Answer;
import org.relais.keycloak.it.support.protocol.Api;
import org.relais.keycloak.it.support.server.Days;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.TestRealm;

/** An import job fetches who has access to its application. */
@ExtendWith(RelaisServer.class)
class FeedIT {

    private static TestServiceAccount job;

    @BeforeAll
    static void a_job_may_read_pronote_of_a_school(TestRealm realm) {
        job = TestServiceAccount.create(realm, "import-job");
        job.give(PRONOTE, "relais-feed");
    }

    @Test
    void the_file_tells_who_and_until_when_in_the_same_order_each_time(TestRealm realm) {
        TestPerson official = TestPerson.aPerson()
                .called("Rozenn", "Le Dû")
                .officiallyIn(GROUP)
                .in(realm);
        TestPerson granted = TestPerson.aPerson().called("+Anna", "Kerbrat").in(realm);
        Manager.head(realm).give(GROUP, granted, Days.soon());

        List<String> lines = feed(realm, PRONOTE).text().lines().toList();

        assertThat(lines.get(0))
                .isEqualTo("\uFEFFuai;group;profile;identifier;lastName;firstName;origin;startsOn;endsOn");
        assertThat(lines)
                .contains(
                        "0359001U;0359001U_AES;AES;%s;Le Dû;Rozenn;OFFICIAL;;".formatted(official.username()),
                        "0359001U;0359001U_AES;AES;%s;Kerbrat;'+Anna;GRANTED;%s;%s"
                                .formatted(granted.username(), Days.today(), Days.soon()));
        assertThat(lines.subList(1, lines.size())).isSorted();
        assertThat(feed(realm, PRONOTE).text().lines()).containsExactlyElementsOf(lines);
    }

    @Test
    void a_file_that_has_not_changed_is_not_sent_again(TestRealm realm) {
        Answer first = feed(realm, PRONOTE);
        String tag = first.headers().firstValue("etag").orElseThrow();

        job.api(realm).with("If-None-Match", tag).get(path(PRONOTE)).expect(304);

        Manager.head(realm).give(GROUP, aChange().adding(TestPerson.aPerson().in(realm)));
        Answer changed =
                job.api(realm).with("If-None-Match", tag).get(path(PRONOTE)).expect(200);
        assertThat(changed.headers().firstValue("etag"))
                .isNotEmpty()
                .isNotEqualTo(first.headers().firstValue("etag"));
    }

    @Test
    void other_applications_do_not_exist_for_it_and_its_role_can_be_taken_back(TestRealm realm) {
        TestServiceAccount other = TestServiceAccount.create(realm, "other-job");
        other.give(PRONOTE, "relais-feed");
        Api withToken = other.api(realm);
        withToken.get(path(PRONOTE)).expect(200);
        withToken.get(path("pronote-0359002V")).expect(404);
        withToken.get(path("moodle")).expect(404);

        other.takeBack(PRONOTE, "relais-feed");
        withToken.get(path(PRONOTE)).expect(404);
    }

    @Test
    void an_application_of_all_schools_can_be_asked_for_one_of_them(TestRealm realm) {
        job.give("moodle", "relais-feed");
        TestPerson here = TestPerson.aPerson().officiallyIn(MOODLE_GROUP).in(realm);
        TestPerson there =
                TestPerson.aPerson().officiallyIn("0359002V_eleves-invites").in(realm);

        assertThat(feed(realm, "moodle").text()).contains(here.username(), there.username());
        assertThat(job.api(realm)
                        .get(path("moodle") + "?school=0359002V")
                        .expect(200)
                        .text())
                .contains(there.username())
                .doesNotContain(here.username());
    }

    private static Answer feed(TestRealm realm, String client) {
        return job.api(realm).get(path(client)).expect(200);
    }

    private static String path(String client) {
        return "/deliveries/feed/" + client + ".csv";
    }
}
