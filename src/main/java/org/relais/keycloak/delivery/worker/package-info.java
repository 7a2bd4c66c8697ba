/**
 * Carries out what the queue holds, on each node.
 *
 * <p>Read {@link org.relais.keycloak.delivery.worker.Dispatcher} first: it has one worker per target; a worker runs batches in up
 * to four threads behind a circuit breaker. A batch leases rows, reads the desired state, calls the target and writes the
 * result, each in a transaction of its own.
 *
 * <p>{@code event} starts and stops it; nobody else calls it. No transaction is open while an application is called, and no
 * call begins after its deadline: the lease would be over, and two nodes would write at once.
 */
package org.relais.keycloak.delivery.worker;
