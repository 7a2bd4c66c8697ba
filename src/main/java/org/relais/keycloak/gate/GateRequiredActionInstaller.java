package org.relais.keycloak.gate;

import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;

/** Installs the required action {@code relais-gate}: after all others, so that a person who is refused can still set a password. */
final class GateRequiredActionInstaller {

    private static final int AFTER_ALL_OTHERS = 10_000;

    private final RealmModel realm;

    GateRequiredActionInstaller(RealmModel realm) {
        this.realm = realm;
    }

    boolean isThere() {
        RequiredActionProviderModel known =
                realm.getRequiredActionProviderByAlias(GateRequiredActionFactory.PROVIDER_ID);
        return known != null && known.isEnabled();
    }

    void add() {
        RequiredActionProviderModel known =
                realm.getRequiredActionProviderByAlias(GateRequiredActionFactory.PROVIDER_ID);
        if (known == null) {
            RequiredActionProviderModel action = new RequiredActionProviderModel();
            action.setAlias(GateRequiredActionFactory.PROVIDER_ID);
            action.setProviderId(GateRequiredActionFactory.PROVIDER_ID);
            action.setName("Relais gate");
            action.setEnabled(true);
            action.setDefaultAction(false);
            action.setPriority(AFTER_ALL_OTHERS);
            realm.addRequiredActionProvider(action);
        } else if (!known.isEnabled()) {
            known.setEnabled(true);
            realm.updateRequiredActionProvider(known);
        }
    }
}
