package org.relais.keycloak.notification;

import io.micrometer.core.instrument.Metrics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.keycloak.models.KeycloakSession;
import org.relais.keycloak.platform.EntityManagers;
import org.relais.keycloak.platform.RealmJobs;

/**
 * Sends what is due, one mail after the other. Each mail takes three transactions: one that leases its rows, one that reads
 * what to write, after which the mail leaves, and one that writes the result. Any number of nodes may do it.
 *
 * <p>If a node stops before the mail server has taken the mail, another one sends it when the lease is over. If it stops
 * between the server's answer and the result, which is the time of one commit, the mail goes out twice: a mail sent twice
 * does less harm than one never sent.
 */
public final class MailSender {

    static final Duration LEASE = Duration.ofMinutes(5);

    /** Should it be this mail that the server cannot bear, all others are tried before it comes again. */
    private static final Duration BEHIND_THE_OTHERS = Duration.ofMillis(1);

    private final RealmJobs jobs;
    private final Clock clock;

    public MailSender(RealmJobs jobs) {
        this.jobs = jobs;
        this.clock = jobs.clock();
    }

    /** Until nothing is due. */
    public void run() {
        Optional<Notice> due = firstDue();
        while (due.isPresent()) {
            lease(due.get()).ifPresent(this::deliver);
            due = firstDue();
        }
    }

    private Optional<Notice> firstDue() {
        return jobs.inTransaction(session -> store(session).firstDue(clock.instant()));
    }

    private Optional<LeasedNotices> lease(Notice first) {
        Instant now = clock.instant();
        return jobs.inTransaction(session -> store(session).lease(first, now, now.plus(LEASE)));
    }

    private void deliver(LeasedNotices leased) {
        Optional<MailFailure> failure;
        Optional<SendAfterCommit> sending = Optional.empty();
        try {
            sending = send(leased);
            failure = sending.flatMap(SendAfterCommit::failure);
        } catch (RuntimeException unwritten) {
            failure = Optional.of(new MailFailure(unwritten));
        }
        if (failure.isPresent()) {
            failed(leased, failure.get());
        } else {
            NoticeState state = sending.isPresent() ? NoticeState.SENT : NoticeState.NEEDLESS;
            write(store -> store.finish(leased, state, null, clock.instant()));
            count(sending.isPresent() ? "sent" : "needless");
        }
    }

    /** Empty if there is nothing to write, or nobody to write to. */
    private Optional<SendAfterCommit> send(LeasedNotices leased) {
        return jobs.call(
                leased.realmId(),
                context -> new MailComposer(context)
                        .compose(leased)
                        .map(mail -> SendAfterCommit.enlist(context.session(), mail))
                        .orElse(null));
    }

    private void failed(LeasedNotices leased, MailFailure failure) {
        Instant now = clock.instant();
        if (failure.isFinal() || MailFailure.isTooLate(leased.oldest(), now)) {
            write(store -> store.finish(leased, NoticeState.GIVEN_UP, failure.text(), now));
            NotificationLog.LOG.mailGivenUp(leased.kind().text(), leased.userId(), realmOf(leased), failure.text());
            count("given_up");
        } else {
            Instant until = now.plus(MailFailure.wait(leased.oldest(), now));
            write(store -> {
                if (failure.isOfServer()) {
                    store.postponeAll(leased.realmId(), until);
                }
                store.postpone(leased, failure.text(), failure.isOfServer() ? until.plus(BEHIND_THE_OTHERS) : until);
            });
            count("failed");
        }
    }

    private String realmOf(LeasedNotices leased) {
        return jobs.call(leased.realmId(), context -> context.realm().getName()).orElse(leased.realmId());
    }

    /** A second time if need be: the connection to the database may have been lost while the mail server took its time. */
    private void write(Consumer<NoticeLeaseStore> change) {
        try {
            inStore(change);
        } catch (RuntimeException lost) {
            inStore(change);
        }
    }

    private void inStore(Consumer<NoticeLeaseStore> change) {
        jobs.inTransaction(session -> {
            change.accept(store(session));
            return null;
        });
    }

    private static void count(String result) {
        Metrics.counter("relais.mails", "result", result).increment();
    }

    private static NoticeLeaseStore store(KeycloakSession session) {
        return new NoticeLeaseStore(EntityManagers.of(session));
    }
}
