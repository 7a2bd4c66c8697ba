package org.relais.keycloak.it.support.stub;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.relais.keycloak.it.support.assertion.LedgerRows;
import org.relais.keycloak.it.support.server.Sql;
import org.relais.keycloak.it.support.server.TestRealm;

/** A mail server on the loopback address that keeps what it is sent. */
public final class MailServer implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";

    private GreenMail server;
    private final int port;

    private MailServer() {
        server = listening(0);
        port = server.getSmtp().getPort();
    }

    private static GreenMail listening(int port) {
        ServerSetup setup = new ServerSetup(port, LOOPBACK, ServerSetup.PROTOCOL_SMTP);
        setup.setServerStartupTimeout(30_000);
        GreenMail started = new GreenMail(setup);
        started.start();
        return started;
    }

    public static MailServer start() {
        return new MailServer();
    }

    /** The realm sends its mails here, and its addresses are known without a request. */
    public MailServer serving(TestRealm realm) {
        use(realm, port);
        return this;
    }

    /** The realm sends its mails to a port of this machine, whoever listens there. */
    public static void use(TestRealm realm, int port) {
        realm.admin()
                .put(
                        "",
                        Map.of(
                                "smtpServer",
                                Map.of(
                                        "host",
                                        LOOPBACK,
                                        "port",
                                        Integer.toString(port),
                                        "from",
                                        "relais@academie.example"),
                                "attributes",
                                Map.of("frontendUrl", "https://sso.academie.example")))
                .expect(204);
    }

    /** What has arrived for an address, once all that the realm has to send is sent; the oldest first. */
    public List<Mail> to(TestRealm realm, String address) {
        awaitNothingDue(realm);
        return received().filter(mail -> mail.to().equals(address)).toList();
    }

    public Mail onlyOneTo(TestRealm realm, String address) {
        List<Mail> mails = to(realm, address);
        if (mails.size() != 1) {
            throw new AssertionError("One mail to %s expected: %s".formatted(address, mails));
        }
        return mails.get(0);
    }

    public Stream<Mail> received() {
        return Stream.of(server.getReceivedMessages()).map(Mail::of);
    }

    public void forget() {
        try {
            server.purgeEmailFromAllMailboxes();
        } catch (com.icegreen.greenmail.store.FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    public static void awaitNothingDue(TestRealm realm) {
        String realmId = LedgerRows.of(realm).realmId();
        Sql sql = Sql.of(realm.server());
        Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .until(() -> sql.number(
                                "select count(*) from RELAIS_NOTICE where REALM_ID = ? and DUE_AT is not null", realmId)
                        == 0);
    }

    /** Refuses connections from now on. */
    public void breakDown() {
        server.stop();
    }

    public void comeBack() {
        server = listening(port);
    }

    @Override
    public void close() {
        server.stop();
    }

    /** The mail server has been tried in vain, and nobody is trying it now. */
    public static void awaitAllPutOff(TestRealm realm) {
        Sql sql = Sql.of(realm.server());
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> sql.number(
                                "select count(*) from RELAIS_NOTICE where REALM_ID = ? and STATE = 'WAITING'"
                                        + " and (CLAIM is not null or DUE_AT <= ?)",
                                LedgerRows.of(realm).realmId(),
                                System.currentTimeMillis())
                        == 0);
    }
}
