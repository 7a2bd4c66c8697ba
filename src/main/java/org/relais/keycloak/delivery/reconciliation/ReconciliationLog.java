package org.relais.keycloak.delivery.reconciliation;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What this room writes into the server's log; docs/reference/logs.md explains each line to operators. */
@MessageLogger(projectCode = "RELAIS", length = 3)
interface ReconciliationLog extends BasicLogger {

    ReconciliationLog LOG = Logger.getMessageLogger(
            MethodHandles.lookup(), ReconciliationLog.class, "org.relais.keycloak.delivery.reconciliation");

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 541, value = "%s: the reconciliation broke off. It goes on in %d s.")
    void brokeOff(@Cause Throwable cause, String target, long seconds);
}
