package org.relais.keycloak.logout;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What this room writes into the server's log; docs/reference/logs.md explains each line to operators. */
@MessageLogger(projectCode = "RELAIS", length = 3)
interface LogoutLog extends BasicLogger {

    LogoutLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), LogoutLog.class, "org.relais.keycloak.logout");

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 451, value = "The run that ends sessions failed. The next run is within a minute.")
    void runFailed(@Cause Throwable cause);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 452, value = "Session revocation %s (realm %s) failed. Next attempt in %d s, at most %d in all.")
    void revocationFailed(@Cause Throwable cause, String id, String realm, long seconds, int attempts);

    @LogMessage(level = Logger.Level.WARN)
    @Message(
            id = 453,
            value = "Client '%s' (realm %s) did not accept the back-channel logout of %d sessions. They are given up.")
    void logoutsGivenUp(String clientId, String realm, int sessions);

    @LogMessage(level = Logger.Level.DEBUG)
    @Message(id = 454, value = "Client '%s' (realm %s) cannot be reached for a back-channel logout. It is retried.")
    void clientUnreachable(@Cause Throwable cause, String clientId, String realm);
}
