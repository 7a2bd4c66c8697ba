package org.relais.keycloak.rest.http;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;

/**
 * A list that is read page by page while somebody goes through it: one page of it is in memory at a time, and none before
 * somebody begins. It is no record, because Jackson would write the parts of a record instead of the items.
 */
public final class PagedList<T> implements Iterable<T> {

    private final Function<String, Page<T>> read;

    /** @param read reads the page at a cursor, which is null for the first */
    public PagedList(Function<String, Page<T>> read) {
        this.read = read;
    }

    @Override
    public Iterator<T> iterator() {
        return new Pages();
    }

    private final class Pages implements Iterator<T> {

        private Iterator<T> page = List.<T>of().iterator();
        private String cursor;
        private boolean begun;

        @Override
        public boolean hasNext() {
            while (!page.hasNext() && (!begun || cursor != null)) {
                Page<T> next = read.apply(cursor);
                begun = true;
                page = next.items().iterator();
                cursor = next.next();
            }
            return page.hasNext();
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return page.next();
        }
    }
}
