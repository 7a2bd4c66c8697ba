package org.relais.keycloak.grant;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What this room writes into the server's log; docs/reference/logs.md explains each line to operators. */
@MessageLogger(projectCode = "RELAIS", length = 3)
interface GrantLog extends BasicLogger {

    GrantLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), GrantLog.class, "org.relais.keycloak.grant");

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 301, value = "%d grants ended on their last day. Their people have left the groups.")
    void grantsExpired(int count);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 302, value = "Grant %s (realm %s) is over and could not be ended. It is tried again within a minute.")
    void grantNotEnded(@Cause Throwable cause, String grantId, String realm);

    @LogMessage(level = Logger.Level.WARN)
    @Message(
            id = 303,
            value = "Realm %s: the official record of people whose grants end could not be read. The grants end all the"
                    + " same; the next reconciliation makes these people official members again.")
    void recordNotFollowed(@Cause Throwable cause, String realm);

    @LogMessage(level = Logger.Level.WARN)
    @Message(
            id = 304,
            value =
                    "Group %s (realm %s) carries a role that no grant may give. Its %d grants have ended, and nobody gets"
                            + " a new one while it carries the role.")
    void privilegedGroupClosed(String groupId, String realm, int grants);
}
