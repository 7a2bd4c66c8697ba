package org.relais.keycloak.event;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What this room writes into the server's log; docs/reference/logs.md explains each line to operators. */
@MessageLogger(projectCode = "RELAIS", length = 3)
interface EventLog extends BasicLogger {

    EventLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), EventLog.class, "org.relais.keycloak.event");

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 701, value = "%s failed. Housekeeping tries again within a minute.")
    void housekeepingFailed(@Cause Throwable cause, String task);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 702, value = "%s (realm %s) failed. Housekeeping tries again within a minute.")
    void housekeepingOfRealmFailed(@Cause Throwable cause, String task, String realm);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(
            id = 703,
            value =
                    "%s of one person (realm %s) failed. The sign-in or the edit itself succeeded; housekeeping catches up.")
    void updateOfPersonFailed(@Cause Throwable cause, String update, String realm);

    @LogMessage(level = Logger.Level.DEBUG)
    @Message(id = 704, value = "A metric could not be read. It keeps its value until the next attempt in %d s.")
    void metricNotRead(@Cause Throwable cause, int seconds);
}
