package org.relais.keycloak.notification;

import jakarta.mail.MessagingException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.relais.keycloak.platform.RetryPolicy;

/** A mail that could not be sent: what kind of failure it was, and what follows from it. */
final class MailFailure {

    private static final RetryPolicy RETRY =
            RetryPolicy.growing(Duration.ofMinutes(1), Duration.ofHours(1), Duration.ofDays(3));
    private static final int PERMANENT = 500;

    private final List<Throwable> causes;

    MailFailure(Throwable failed) {
        this.causes = Stream.iterate(failed, cause -> cause != null, Throwable::getCause)
                .limit(10)
                .toList();
    }

    /** For the status and the log: kinds of exceptions, never their messages, which may name an address. */
    String text() {
        Throwable last = causes.get(causes.size() - 1);
        return refusal()
                .map(it -> named(it, it.getReturnCode()))
                .or(() -> refusedMail().map(it -> named(it, it.getReturnCode())))
                .orElse(last.getClass().getSimpleName());
    }

    private static String named(Throwable kind, int code) {
        return "%s %d".formatted(kind.getClass().getSimpleName(), code);
    }

    /** The address will not be accepted later either. */
    boolean isFinal() {
        return refusal().filter(it -> it.getReturnCode() >= PERMANENT).isPresent();
    }

    /** Not this mail is at fault but the server, or the way to it: other mails of the realm would fare the same. */
    boolean isOfServer() {
        return refusal().isEmpty()
                && refusedMail().isEmpty()
                && causes.stream().anyMatch(MessagingException.class::isInstance);
    }

    /** How long to wait before the next attempt. */
    static Duration wait(Instant since, Instant now) {
        return RETRY.waitAfter(Duration.between(since, now));
    }

    /** Whether it has been tried for so long that it is not tried again. */
    static boolean isTooLate(Instant since, Instant now) {
        return RETRY.givesUpAfter(Duration.between(since, now));
    }

    private Optional<SMTPAddressFailedException> refusal() {
        return caused(SMTPAddressFailedException.class).findFirst();
    }

    /** The server has heard who sends it and to whom, and does not want this one; it may still want it another time. */
    private Optional<SMTPSendFailedException> refusedMail() {
        return caused(SMTPSendFailedException.class)
                .filter(it -> it.getReturnCode() >= PERMANENT)
                .filter(it -> !it.getCommand().toUpperCase(Locale.ROOT).startsWith("MAIL"))
                .findFirst();
    }

    private <T> Stream<T> caused(Class<T> kind) {
        return causes.stream().filter(kind::isInstance).map(kind::cast);
    }
}
