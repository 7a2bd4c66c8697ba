package org.relais.keycloak.it.support.protocol;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What the browser complains of on a page: errors of scripts, breaches of the Content-Security-Policy. */
public final class BrowserComplaints {

    private BrowserComplaints() {}

    /** A list that grows from now on. */
    public static List<String> of(Page page) {
        List<String> complaints = new CopyOnWriteArrayList<>();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                complaints.add(message.text());
            }
        });
        return complaints;
    }
}
