package org.relais.keycloak.probe;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.keycloak.common.util.Time;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.timer.TimerProvider;
import org.relais.keycloak.directory.index.UserChangeFeed;
import org.relais.keycloak.event.RelaisHousekeeping;
import org.relais.keycloak.notification.MailSender;
import org.relais.keycloak.notification.MailSenderTrigger;
import org.relais.keycloak.platform.RealmJobs;
import org.relais.keycloak.platform.ServerClock;

/** Open to everybody who reaches the server: only the tests' server, on the loopback address, carries it. */
@Produces(MediaType.TEXT_PLAIN)
public final class ProbeResource {

    private final KeycloakSession session;

    ProbeResource(KeycloakSession session) {
        if (!session.getContext().getRealm().getName().equals("master")) {
            throw new NotFoundException();
        }
        this.session = session;
    }

    @GET
    @Path("clock")
    public String offset() {
        return Integer.toString(Time.getOffset());
    }

    @PUT
    @Path("clock/{seconds}")
    public String offset(@PathParam("seconds") int seconds) {
        Time.setOffset(seconds);
        return offset();
    }

    /** Counts from zero. */
    @DELETE
    @Path("statements")
    public void resetStatements() {
        statistics().setStatisticsEnabled(true);
        statistics().clear();
    }

    @GET
    @Path("statements")
    public String statements() {
        return Long.toString(statistics().getPrepareStatementCount());
    }

    @GET
    @Path("statements/loaded")
    public String loaded() {
        return Long.toString(statistics().getEntityLoadCount());
    }

    @POST
    @Path("housekeeping")
    public void housekeep() {
        new RelaisHousekeeping(new ServerClock(), new MailSenderTrigger(RealmJobs.of(session, new ServerClock())))
                .run(session);
    }

    /** No more every minute by itself. */
    @DELETE
    @Path("housekeeping")
    public void stopHousekeeping() {
        session.getProvider(TimerProvider.class).cancelTask(RelaisHousekeeping.class.getSimpleName());
    }

    /** Sends what is due, in this very request, whoever else is doing it. */
    @POST
    @Path("mails")
    public void sendMails() {
        new MailSender(RealmJobs.of(session, new ServerClock())).run();
    }

    /** Ids of the people that are new to a reader, one a line, in the order in which they are handed over. */
    @POST
    @Path("changed/{realm}/{reader}")
    public String changed(
            @PathParam("realm") String realm,
            @PathParam("reader") String reader,
            @QueryParam("seconds") @DefaultValue("60") int atMost) {
        List<String> ids = new ArrayList<>();
        new UserChangeFeed(RealmJobs.of(session, new ServerClock()))
                .pass(realm, reader, Duration.ofSeconds(atMost), (own, people) -> ids.addAll(people));
        return String.join("\n", ids);
    }

    private Statistics statistics() {
        return session.getProvider(JpaConnectionProvider.class)
                .getEntityManager()
                .getEntityManagerFactory()
                .unwrap(SessionFactory.class)
                .getStatistics();
    }
}
