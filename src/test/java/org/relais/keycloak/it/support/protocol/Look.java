package org.relais.keycloak.it.support.protocol;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;

/** How somebody looks at the console. */
public record Look(String locale, int width, int height, ColorScheme colours) {

    public static final Look FRENCH = new Look("fr-FR", 1280, 900, ColorScheme.LIGHT);
    public static final Look ENGLISH = new Look("en-GB", 1280, 900, ColorScheme.LIGHT);
    /** In English and in the dark: neither has to do with the other. */
    public static final Look DARK = new Look("en-GB", 1280, 900, ColorScheme.DARK);
    /** A small phone; also a common screen at 400 % zoom. */
    public static final Look PHONE = new Look("fr-FR", 360, 740, ColorScheme.LIGHT);

    public Browser.NewContextOptions options() {
        return new Browser.NewContextOptions()
                .setLocale(locale)
                .setTimezoneId("Europe/Paris")
                .setViewportSize(width, height)
                .setColorScheme(colours);
    }
}
