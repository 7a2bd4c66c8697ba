package org.relais.keycloak.platform;

import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import java.util.stream.Stream;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.LockAcquisitionException;
import org.keycloak.models.ModelDuplicateException;

/** Two transactions met at the same rows, and the database let only one of them through: the other can be sent again. */
public final class WriteConflict {

    private static final int DEEPEST_CAUSE = 10;

    private WriteConflict() {}

    /** Whether a transaction failed because of another one. */
    public static boolean isCauseOf(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST_CAUSE)
                .anyMatch(cause -> cause instanceof ModelDuplicateException
                        || cause instanceof OptimisticLockException
                        || cause instanceof PessimisticLockException
                        || cause instanceof LockTimeoutException
                        || cause instanceof LockAcquisitionException
                        || cause instanceof ConstraintViolationException);
    }
}
