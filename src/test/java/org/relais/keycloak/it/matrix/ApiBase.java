package org.relais.keycloak.it.matrix;

import java.util.List;
import org.relais.keycloak.it.support.protocol.Api;
import org.relais.keycloak.it.support.server.TestRealm;
import org.relais.keycloak.rest.AdminResource;
import org.relais.keycloak.rest.ManagerResource;
import org.relais.keycloak.rest.http.Preflight;

/** The two addresses of the API. */
enum ApiBase {
    MANAGERS("GET me", ManagerResource.class, Preflight.class) {
        @Override
        Api of(TestRealm realm, String token) {
            return realm.relaisWith(token);
        }
    },
    ADMINISTRATORS("GET status", AdminResource.class) {
        @Override
        Api of(TestRealm realm, String token) {
            return realm.relaisAdminWith(token);
        }
    };

    private final String openToAllLetIn;
    private final List<Class<?>> resources;

    ApiBase(String openToAllLetIn, Class<?>... resources) {
        this.openToAllLetIn = openToAllLetIn;
        this.resources = List.of(resources);
    }

    abstract Api of(TestRealm realm, String token);

    List<Class<?>> resources() {
        return resources;
    }

    /** The endpoint that answers everybody whom the API lets in. */
    Endpoint openToAllLetIn() {
        return new Endpoint(this, openToAllLetIn);
    }
}
