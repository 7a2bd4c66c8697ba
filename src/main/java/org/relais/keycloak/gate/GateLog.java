package org.relais.keycloak.gate;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What this room writes into the server's log; docs/reference/logs.md explains each line to operators. */
@MessageLogger(projectCode = "RELAIS", length = 3)
interface GateLog extends BasicLogger {

    GateLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), GateLog.class, "org.relais.keycloak.gate");

    @LogMessage(level = Logger.Level.WARN)
    @Message(
            id = 401,
            value = "The server runs without the feature client-policies. The gate refuses sign-ins in a browser only,"
                    + " and no request for tokens.")
    void clientPoliciesOff();
}
