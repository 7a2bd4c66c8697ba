package org.relais.keycloak.platform;

import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import java.util.stream.Stream;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.LockAcquisitionException;
import org.keycloak.models.ModelDuplicateException;

/** Two transactions wrote the same rows at the same time: the one that failed can be repeated. */
public final class WriteConflict {

    /** Keycloak and Hibernate wrap a cause a few times; a chain that is longer than this may be a circle. */
    private static final int DEEPEST = 10;

    private WriteConflict() {}

    public static boolean isCauseOf(Throwable failed) {
        return Stream.iterate(failed, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST)
                .anyMatch(cause -> cause instanceof ModelDuplicateException
                        || cause instanceof OptimisticLockException
                        || cause instanceof PessimisticLockException
                        || cause instanceof LockTimeoutException
                        || cause instanceof LockAcquisitionException
                        || cause instanceof ConstraintViolationException);
    }
}
