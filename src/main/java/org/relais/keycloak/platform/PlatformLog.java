package org.relais.keycloak.platform;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What this room writes into the server's log; docs/reference/logs.md explains each line to operators. */
@MessageLogger(projectCode = "RELAIS", length = 3)
interface PlatformLog extends BasicLogger {

    PlatformLog LOG =
            Logger.getMessageLogger(MethodHandles.lookup(), PlatformLog.class, "org.relais.keycloak.platform");

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 1, value = "%s: the work that follows the request failed. The request itself succeeded.")
    void workAfterCommitFailed(@Cause Throwable cause, String subject);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 2, value = "%s could not start: no thread took it. It starts at its next signal.")
    void taskNotStarted(@Cause Throwable cause, String task);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 3, value = "%s failed. It runs again at its next signal.")
    void taskFailed(@Cause Throwable cause, String task);
}
