package org.relais.keycloak.delivery;

import java.io.Serializable;

/** A person in a target. */
public record DeliveryKey(String targetId, String userId) implements Serializable {}
