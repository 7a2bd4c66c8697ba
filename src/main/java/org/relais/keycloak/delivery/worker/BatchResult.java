package org.relais.keycloak.delivery.worker;

/** Whether more work for a target is to be expected after a batch. */
enum BatchResult {
    /** There was nothing to do, or nothing more can be done now. */
    EMPTY,
    SOME,
    /** There is probably more than one thread can do. */
    FULL
}
