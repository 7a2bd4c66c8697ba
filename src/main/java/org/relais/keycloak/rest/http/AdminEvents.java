package org.relais.keycloak.rest.http;

import org.keycloak.events.admin.OperationType;
import org.keycloak.services.resources.admin.AdminEventBuilder;

/** Keycloak's own record of what is changed: an admin event for every change, whoever makes it. */
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

    public void created(String type, String path, Object representation) {
        record(OperationType.CREATE, type, path, representation);
    }

    public void updated(String type, String path, Object representation) {
        record(OperationType.UPDATE, type, path, representation);
    }

    public void deleted(String type, String path, Object representation) {
        record(OperationType.DELETE, type, path, representation);
    }

    private void record(OperationType operation, String type, String path, Object representation) {
        event.operation(operation)
                .resource(type)
                .resourcePath("relais", path)
                .representation(representation)
                .success();
    }
}
