package org.relais.keycloak.bench.measure;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Goes round a list for ever, for any number of threads. */
public final class Cycle<T> {

    private final List<T> items;
    private final AtomicLong next = new AtomicLong();

    public Cycle(List<T> items) {
        if (items.isEmpty()) {
            throw new IllegalArgumentException("Nothing to go round");
        }
        this.items = List.copyOf(items);
    }

    public T next() {
        return items.get((int) (next.getAndIncrement() % items.size()));
    }
}
