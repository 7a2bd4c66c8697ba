package org.relais.keycloak.it.page;

import com.microsoft.playwright.Page;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts every press of a mouse button, as the browser itself hears it, on whatever page is shown. */
final class Clicks {

    private final AtomicInteger count = new AtomicInteger();

    private Clicks() {}

    static Clicks on(Page page) {
        var clicks = new Clicks();
        page.exposeFunction("relaisClick", ignored -> clicks.count.incrementAndGet());
        page.addInitScript("addEventListener('mousedown', event => event.isTrusted && relaisClick(), true)");
        return clicks;
    }

    int count() {
        return count.get();
    }
}
