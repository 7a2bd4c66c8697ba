package org.relais.keycloak.rest.http;

import org.keycloak.events.admin.OperationType;
import org.keycloak.services.resources.admin.AdminEventBuilder;

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

    private final AdminEventBuilder event;

    AdminEvents(AdminEventBuilder event) {
        this.event = event;
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
        event.operation(operation)
                .resource(type)
                .resourcePath("relais", path)
                .representation(representation)
                .success();
        return representation;
    }
}
