package org.relais.keycloak.notice;

import jakarta.mail.MessagingException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;

/** A mail that could not be sent: what kind of failure it was, and what follows from it. */
final class Failure {

    static final Duration LONGEST_TRY = Duration.ofDays(3);

    private static final Duration SHORTEST_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final int PERMANENT = 500;

    private final List<Throwable> causes;

    Failure(Throwable failed) {
        this.causes = Stream.iterate(failed, cause -> cause != null, Throwable::getCause)
                .limit(10)
                .toList();
    }

    /** For the status and the log: kinds of exceptions, never their messages, which may name an address. */
    String text() {
        Throwable last = causes.get(causes.size() - 1);
        return refusal() == null
                ? last.getClass().getSimpleName()
                : "%s %d"
                        .formatted(
                                refusal().getClass().getSimpleName(), refusal().getReturnCode());
    }

    /** The address will not be accepted later either. */
    boolean isFinal() {
        return refusal() != null && refusal().getReturnCode() >= PERMANENT;
    }

    /** Not this mail is at fault but the server, or the way to it: other mails of the realm would fare the same. */
    boolean isOfServer() {
        return refusal() == null && causes.stream().anyMatch(MessagingException.class::isInstance);
    }

    /**
     * How long to wait before the next try: half the time it has been tried already, so that waits grow by half each time, more
     * or less a fifth, so that nodes and realms do not all come back at once.
     */
    static Duration wait(Instant since, Instant now) {
        Duration half = Duration.between(since, now).dividedBy(2);
        Duration bounded = half.compareTo(SHORTEST_WAIT) < 0
                ? SHORTEST_WAIT
                : half.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : half;
        return Duration.ofMillis(
                (long) (bounded.toMillis() * ThreadLocalRandom.current().nextDouble(0.8, 1.2)));
    }

    private SMTPAddressFailedException refusal() {
        return causes.stream()
                .filter(SMTPAddressFailedException.class::isInstance)
                .map(SMTPAddressFailedException.class::cast)
                .findFirst()
                .orElse(null);
    }
}
