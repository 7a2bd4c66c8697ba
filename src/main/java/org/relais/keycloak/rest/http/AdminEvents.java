package org.relais.keycloak.rest.http;

import java.util.Optional;
import org.keycloak.events.admin.OperationType;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.relais.keycloak.platform.Impersonator;

/** Writes one of Keycloak's admin events for every change, by whichever API. Each method returns what it has recorded. */
public final class AdminEvents {

    public static final String GRANT = "RELAIS_GRANT";
    public static final String MANAGER = "RELAIS_MANAGER";
    public static final String GROUP = "RELAIS_GROUP";
    public static final String TARGET = "RELAIS_TARGET";
    public static final String GATE = "RELAIS_GATE";
    public static final String SETUP = "RELAIS_SETUP";
    public static final String IMPORT = "RELAIS_IMPORT";
    public static final String DIRECTORY = "RELAIS_DIRECTORY";

    private static final String IMPERSONATOR = "impersonator";
    private static final String IMPERSONATOR_ID = "impersonator_id";

    private final AdminEventBuilder event;
    private final Optional<Impersonator> impersonator;

    /** @param impersonator who acts in the session of the person whom the event names */
    AdminEvents(AdminEventBuilder event, Optional<Impersonator> impersonator) {
        this.event = event;
        this.impersonator = impersonator;
    }

    public <T> T created(String type, String path, T representation) {
        return record(OperationType.CREATE, type, path, representation);
    }

    public <T> T updated(String type, String path, T representation) {
        return record(OperationType.UPDATE, type, path, representation);
    }

    public <T> T deleted(String type, String path, T representation) {
        return record(OperationType.DELETE, type, path, representation);
    }

    private <T> T record(OperationType operation, String type, String path, T representation) {
        event.operation(operation).resource(type).resourcePath("relais", path).representation(representation);
        impersonator.ifPresent(it -> event.detail(IMPERSONATOR_ID, it.id()).detail(IMPERSONATOR, it.username()));
        event.success();
        return representation;
    }
}
