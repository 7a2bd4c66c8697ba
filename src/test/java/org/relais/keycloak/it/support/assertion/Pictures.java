package org.relais.keycloak.it.support.assertion;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ViewportSize;
import java.util.List;
import org.relais.keycloak.server.Project;

/** Looks at a state of the page: nothing stands in anybody's way, nothing is cut off, and a picture is kept. */
public final class Pictures {

    private static final int TALLEST = 2_400;

    private final Page page;
    private final String element;
    private final String folder;
    private final String kind;

    /** @param kind what the names of the pictures end with */
    public Pictures(Page page, String kind) {
        this(page, "relais-groups", "page", kind);
    }

    /**
     * @param element which of our pages
     * @param folder  where its pictures are kept
     */
    public Pictures(Page page, String element, String folder, String kind) {
        this.page = page;
        this.element = element;
        this.folder = folder;
        this.kind = kind;
    }

    /** As much of the page as there is; a dialog is shown in front of what the window holds. */
    public void take(String state) {
        page.waitForFunction("element => !document.querySelector(element + ' [aria-busy=true]')", element);
        assertNothingStandsInTheWay(state);
        ViewportSize before = page.viewportSize();
        if (page.locator("dialog[open]").count() == 0) {
            page.setViewportSize(before.width, Math.min(TALLEST, heightOfAll()));
        }
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Project.target().resolve("pictures/" + folder + "/" + state + "-" + kind + ".png")));
        page.setViewportSize(before.width, before.height);
    }

    private void assertNothingStandsInTheWay(String state) {
        // Our pages have no frames; without this each look opens another page.
        var axe = new AxeBuilder(page).include(List.of(element)).setLegacyMode(true);
        assertThat(axe.analyze().getViolations()).as(state + " " + kind).isEmpty();
        Object wider = page.evaluate(
                "() => { const main = document.querySelector('main'); return main.scrollWidth - main.clientWidth; }");
        assertThat(((Number) wider).intValue())
                .as("cut off at the side: " + state)
                .isZero();
    }

    private int heightOfAll() {
        return ((Number) page.evaluate("() => { const main = document.querySelector('main');"
                        + " return Math.ceil(main.getBoundingClientRect().top + main.scrollHeight); }"))
                .intValue();
    }
}
