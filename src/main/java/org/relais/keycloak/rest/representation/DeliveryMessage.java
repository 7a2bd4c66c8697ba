package org.relais.keycloak.rest.representation;

import org.relais.keycloak.problem.ProblemCode;

/** What the pages say of a delivery. */
enum DeliveryMessage implements ProblemCode {
    DELIVERY_DONE,
    DELIVERY_DONE_AT,
    DELIVERY_WAITING,
    /** The application refuses the person. */
    DELIVERY_REFUSED,
    /** The application does not answer at all. */
    DELIVERY_SILENT
}
