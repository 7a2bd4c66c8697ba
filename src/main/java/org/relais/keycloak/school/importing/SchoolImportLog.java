package org.relais.keycloak.school.importing;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What imports of schools write into the server's log; docs/reference/logs.md explains each line to operators. */
@MessageLogger(projectCode = "RELAIS", length = 3)
interface SchoolImportLog extends BasicLogger {

    SchoolImportLog LOG = Logger.getMessageLogger(
            MethodHandles.lookup(), SchoolImportLog.class, "org.relais.keycloak.school.importing");

    @LogMessage(level = Logger.Level.INFO)
    @Message(
            id = 101,
            value = "Import %s of schools (realm %s) is finished: %d schools created, %d changed, %d groups created.")
    void importFinished(String importId, String realm, int created, int changed, int groups);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 102, value = "Import %s of schools (realm %s) stopped. It goes on within a minute.")
    void importStopped(@Cause Throwable cause, String importId, String realm);

    @LogMessage(level = Logger.Level.WARN)
    @Message(
            id = 103,
            value = "Import %s of schools (realm %s): school %s could not be changed. The import goes on without it.")
    void schoolNotChanged(@Cause Throwable cause, String importId, String realm, String uai);
}
