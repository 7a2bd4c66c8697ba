package org.relais.keycloak.notification;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What this room writes into the server's log; docs/reference/logs.md explains each line to operators. */
@MessageLogger(projectCode = "RELAIS", length = 3)
interface NotificationLog extends BasicLogger {

    NotificationLog LOG =
            Logger.getMessageLogger(MethodHandles.lookup(), NotificationLog.class, "org.relais.keycloak.notification");

    /** @param error a kind of failure, never the mail server's words: they may name an address */
    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 601, value = "Mail '%s' to user %s (realm %s) failed: %s. It is given up.")
    void mailGivenUp(String kind, String userId, String realm, String error);
}
