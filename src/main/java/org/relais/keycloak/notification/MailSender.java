package org.relais.keycloak.notification;

import io.micrometer.core.instrument.Metrics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Sends what is due, one mail after the other. Each mail takes three transactions: one that claims its rows, one that reads
 * what to write, after which the mail leaves, and one that notes it. Any number of nodes may do it.
 *
 * <p>If a node dies before the mail server has taken the mail, another one sends it when the lease is over. If it dies between
 * the server's word and the note, which is the time of one commit, the mail goes out twice: a mail told twice does less harm
 * than one never told.
 */
public final class MailSender {

    static final Duration LEASE = Duration.ofMinutes(5);

    /** Should it be this mail that the server does not bear, all others are tried before it comes again. */
    private static final Duration BEHIND_THE_OTHERS = Duration.ofMillis(1);

    private static final Logger LOG = Logger.getLogger(MailSender.class);

    private final KeycloakSessionFactory sessions;
    private final Clock clock;

    public MailSender(KeycloakSessionFactory sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Until nothing is due. */
    public void run() {
        Optional<Notice> due = firstDue();
        while (due.isPresent()) {
            claim(due.get()).ifPresent(this::deliver);
            due = firstDue();
        }
    }

    private Optional<Notice> firstDue() {
        return KeycloakModelUtils.runJobInTransactionWithResult(
                sessions, session -> store(session).firstDue(clock.instant()));
    }

    private Optional<LeasedNotices> claim(Notice first) {
        Instant now = clock.instant();
        return KeycloakModelUtils.runJobInTransactionWithResult(
                sessions, session -> store(session).claim(first, now, now.plus(LEASE)));
    }

    private void deliver(LeasedNotices claim) {
        Optional<MailFailure> failure;
        Optional<SendAfterCommit> sendAfterCommit = Optional.empty();
        try {
            sendAfterCommit = send(claim);
            failure = sendAfterCommit.flatMap(SendAfterCommit::failure);
        } catch (RuntimeException unwritten) {
            failure = Optional.of(new MailFailure(unwritten));
        }
        if (failure.isPresent()) {
            failed(claim, failure.get());
        } else {
            NoticeState state = sendAfterCommit.isPresent() ? NoticeState.SENT : NoticeState.NEEDLESS;
            note(store -> store.finish(claim, state, null, clock.instant()));
            count(sendAfterCommit.isPresent() ? "sent" : "needless");
        }
    }

    /** Empty if there is nothing to write, or nobody to write to. */
    private Optional<SendAfterCommit> send(LeasedNotices claim) {
        AtomicReference<SendAfterCommit> sendAfterCommit = new AtomicReference<>();
        KeycloakModelUtils.runJobInTransaction(sessions, session -> {
            RealmModel realm = session.realms().getRealm(claim.realmId());
            if (realm != null) {
                session.getContext().setRealm(realm);
                new MailComposer(session, realm, clock).about(claim).ifPresent(letter -> {
                    sendAfterCommit.set(new SendAfterCommit(session, letter));
                    session.getTransactionManager().enlistAfterCompletion(sendAfterCommit.get());
                });
            }
        });
        return Optional.ofNullable(sendAfterCommit.get());
    }

    private void failed(LeasedNotices claim, MailFailure failure) {
        Instant now = clock.instant();
        if (failure.isFinal() || MailFailure.isTooLate(claim.oldest(), now)) {
            LOG.warnf(
                    "mail %s to user %s of realm %s is given up: %s",
                    claim.kind().text(), claim.userId(), claim.realmId(), failure.text());
            note(store -> store.finish(claim, NoticeState.GIVEN_UP, failure.text(), now));
            count("given_up");
        } else {
            Instant until = now.plus(MailFailure.wait(claim.oldest(), now));
            note(store -> {
                if (failure.isOfServer()) {
                    store.postponeAll(claim.realmId(), until);
                }
                store.postpone(claim, failure.text(), failure.isOfServer() ? until.plus(BEHIND_THE_OTHERS) : until);
            });
            count("failed");
        }
    }

    /** A second time if need be: the connection to the database may have been lost while the mail server took its time. */
    private void note(Consumer<NoticeStore> what) {
        try {
            KeycloakModelUtils.runJobInTransaction(sessions, session -> what.accept(store(session)));
        } catch (RuntimeException lost) {
            KeycloakModelUtils.runJobInTransaction(sessions, session -> what.accept(store(session)));
        }
    }

    private static void count(String result) {
        Metrics.counter("relais.mails", "result", result).increment();
    }

    private static NoticeStore store(KeycloakSession session) {
        return new NoticeStore(session.getProvider(JpaConnectionProvider.class).getEntityManager());
    }
}
