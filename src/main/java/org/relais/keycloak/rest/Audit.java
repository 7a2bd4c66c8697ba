package org.relais.keycloak.rest;

import org.keycloak.events.admin.OperationType;
import org.keycloak.services.resources.admin.AdminEventBuilder;

/** Keycloak's own record of what is changed: an admin event for every change, whoever makes it. */
final class Audit {

    static final String GRANT = "RELAIS_GRANT";
    static final String MANAGER = "RELAIS_MANAGER";
    static final String GROUP = "RELAIS_GROUP";
    static final String TARGET = "RELAIS_TARGET";
    static final String GATE = "RELAIS_GATE";
    static final String SETUP = "RELAIS_SETUP";
    static final String IMPORT = "RELAIS_IMPORT";
    static final String DIRECTORY = "RELAIS_DIRECTORY";

    private final AdminEventBuilder event;

    Audit(AdminEventBuilder event) {
        this.event = event;
    }

    void created(String type, String path, Object representation) {
        record(OperationType.CREATE, type, path, representation);
    }

    void updated(String type, String path, Object representation) {
        record(OperationType.UPDATE, type, path, representation);
    }

    void deleted(String type, String path, Object representation) {
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
