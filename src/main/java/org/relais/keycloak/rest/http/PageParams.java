package org.relais.keycloak.rest.http;

import jakarta.ws.rs.QueryParam;

/** Which page of a list the caller asks for. */
public class PageParams {

    private static final int DEFAULT_SIZE = 50;
    private static final int LARGEST = 100;

    @QueryParam("cursor")
    public String cursor;

    @QueryParam("max")
    public String max;

    /** Null for the first page. */
    public String cursor() {
        return cursor;
    }

    public int size() {
        return size(DEFAULT_SIZE, LARGEST);
    }

    public int size(int byDefault, int largest) {
        return QueryParams.number("max", max, byDefault, 1, largest);
    }
}
