package org.relais.keycloak.notification;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.internet.InternetAddress;
import java.net.ConnectException;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.junit.jupiter.api.Test;
import org.keycloak.email.EmailException;

/** What follows from a mail that could not be sent. */
class MailFailureTest {

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    @Test
    void an_address_that_is_refused_for_good_is_not_tried_again() throws Exception {
        MailFailure refused = new MailFailure(new EmailException("…", refusal(550)));

        assertThat(refused.isFinal()).isTrue();
        assertThat(refused.isOfServer()).isFalse();
        assertThat(refused.text()).isEqualTo("SMTPAddressFailedException 550");
    }

    @Test
    void an_address_that_is_refused_for_now_is_tried_again_without_holding_up_others() throws Exception {
        MailFailure refused = new MailFailure(new EmailException("…", refusal(450)));

        assertThat(refused.isFinal()).isFalse();
        assertThat(refused.isOfServer()).isFalse();
    }

    @Test
    void a_server_that_does_not_let_us_in_holds_up_the_realm() {
        MailFailure failure =
                new MailFailure(new EmailException("…", new AuthenticationFailedException("for relais@secret")));

        assertThat(failure.isOfServer()).isTrue();
        assertThat(failure.text()).isEqualTo("AuthenticationFailedException");
    }

    @Test
    void a_mail_that_is_refused_is_tried_again_without_holding_up_others() {
        MailFailure refused = new MailFailure(new EmailException("…", refusalOf(".", 554)));

        assertThat(refused.isFinal()).isFalse();
        assertThat(refused.isOfServer()).isFalse();
        assertThat(refused.text()).isEqualTo("SMTPSendFailedException 554");
    }

    @Test
    void a_server_that_takes_no_mail_from_us_or_none_for_now_holds_up_the_realm() {
        assertThat(new MailFailure(new EmailException("…", refusalOf("MAIL FROM:<a@b.example>", 530))).isOfServer())
                .isTrue();
        assertThat(new MailFailure(new EmailException("…", refusalOf(".", 451))).isOfServer())
                .isTrue();
    }

    @Test
    void a_template_that_fails_holds_up_nobody_else() {
        assertThat(new MailFailure(new EmailException("…", new IllegalStateException("…"))).isOfServer())
                .isFalse();
        assertThat(new MailFailure(new ConnectException()).isOfServer()).isFalse();
    }

    @Test
    void waits_grow_from_a_minute_to_an_hour() {
        assertThat(wait(Duration.ZERO)).isBetween(Duration.ofSeconds(48), Duration.ofSeconds(72));
        assertThat(wait(Duration.ofMinutes(20))).isBetween(Duration.ofMinutes(8), Duration.ofMinutes(12));
        assertThat(wait(Duration.ofDays(2))).isBetween(Duration.ofMinutes(48), Duration.ofMinutes(72));
    }

    private static Duration wait(Duration tried) {
        return MailFailure.wait(NOW.minus(tried), NOW);
    }

    private static SMTPSendFailedException refusalOf(String command, int code) {
        return new SMTPSendFailedException(command, code, "no", null, new Address[0], new Address[0], new Address[0]);
    }

    private static SMTPAddressFailedException refusal(int code) throws Exception {
        return new SMTPAddressFailedException(new InternetAddress("a@b.example"), "RCPT TO", code, "no such user");
    }
}
