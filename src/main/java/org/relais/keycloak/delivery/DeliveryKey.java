package org.relais.keycloak.delivery;

import java.io.Serializable;
import java.util.Objects;

/** A person in a target. A class and not a record: JPA wants to fill it in. */
public class DeliveryKey implements Serializable {

    private static final long serialVersionUID = 1L;

    String targetId;
    String userId;

    public DeliveryKey() {}

    DeliveryKey(String targetId, String userId) {
        this.targetId = targetId;
        this.userId = userId;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DeliveryKey key && key.targetId.equals(targetId) && key.userId.equals(userId);
    }

    @Override
    public int hashCode() {
        return Objects.hash(targetId, userId);
    }
}
