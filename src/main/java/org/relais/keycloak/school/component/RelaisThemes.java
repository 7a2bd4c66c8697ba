package org.relais.keycloak.school.component;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.keycloak.models.RealmModel;
import org.keycloak.theme.Theme;
import org.relais.keycloak.platform.RealmContext;

/** The theme {@code relais} in the settings of a realm, for those of its pages and mails that the theme has. */
public final class RelaisThemes {

    private static final String NAME = "relais";

    private static final Map<Theme.Type, BiConsumer<RealmModel, String>> TYPES = new TreeMap<>(Map.of(
            Theme.Type.ACCOUNT, RealmModel::setAccountTheme,
            Theme.Type.ADMIN, RealmModel::setAdminTheme,
            Theme.Type.EMAIL, RealmModel::setEmailTheme));

    private final RealmContext context;

    public RelaisThemes(RealmContext context) {
        this.context = context;
    }

    /** Returns the types of pages that now have the theme, in lower case. */
    public List<String> activate() {
        List<Theme.Type> available = TYPES.keySet().stream()
                .filter(type -> context.session().theme().nameSet(type).contains(NAME))
                .toList();
        available.forEach(type -> TYPES.get(type).accept(context.realm(), NAME));
        return available.stream()
                .map(type -> type.name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
