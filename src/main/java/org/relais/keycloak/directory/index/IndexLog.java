package org.relais.keycloak.directory.index;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What the search index writes into the server's log; docs/reference/logs.md explains each line to operators. */
@MessageLogger(projectCode = "RELAIS", length = 3)
interface IndexLog extends BasicLogger {

    IndexLog LOG =
            Logger.getMessageLogger(MethodHandles.lookup(), IndexLog.class, "org.relais.keycloak.directory.index");

    @LogMessage(level = Logger.Level.WARN)
    @Message(
            id = 201,
            value = "The search index of realm %s is not reconciled to the end. Housekeeping goes on within a minute.")
    void reconciliationStopped(@Cause Throwable cause, String realm);

    @LogMessage(level = Logger.Level.WARN)
    @Message(
            id = 202,
            value = "The search index of realm %s does not take user %s. Managers do not find this user until the next"
                    + " reconciliation succeeds.")
    void userNotIndexed(@Cause Throwable cause, String realm, String userId);
}
