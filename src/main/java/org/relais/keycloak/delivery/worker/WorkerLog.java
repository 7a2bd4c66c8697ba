package org.relais.keycloak.delivery.worker;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What this room writes into the server's log; docs/reference/logs.md explains each line to operators. */
@MessageLogger(projectCode = "RELAIS", length = 3)
interface WorkerLog extends BasicLogger {

    WorkerLog LOG =
            Logger.getMessageLogger(MethodHandles.lookup(), WorkerLog.class, "org.relais.keycloak.delivery.worker");

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 521, value = "%s did not answer (%s). Next attempt in %d s.")
    void targetDidNotAnswer(String target, String error, long seconds);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 522, value = "%s: user %s could not be delivered. Others are; this one is tried again later.")
    void userNotDelivered(@Cause Throwable cause, String target, String userId);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 523, value = "%s: a batch of deliveries broke off. It is tried again within two minutes.")
    void batchBrokeOff(@Cause Throwable cause, String target);

    @LogMessage(level = Logger.Level.DEBUG)
    @Message(id = 524, value = "The server stops. Deliveries that wait go on after the next start.")
    void serverStops();
}
