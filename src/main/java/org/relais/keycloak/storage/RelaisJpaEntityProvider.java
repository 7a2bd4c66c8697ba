package org.relais.keycloak.storage;

import java.util.List;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;
import org.relais.keycloak.authority.ManagerEntity;
import org.relais.keycloak.grant.GrantEntity;
import org.relais.keycloak.grant.JournalEntity;
import org.relais.keycloak.grant.ReceiptEntity;
import org.relais.keycloak.notice.NoticeEntity;
import org.relais.keycloak.notice.ReminderEntity;

final class RelaisJpaEntityProvider implements JpaEntityProvider {

    @Override
    public List<Class<?>> getEntities() {
        return List.of(
                GrantEntity.class,
                JournalEntity.class,
                ReceiptEntity.class,
                ManagerEntity.class,
                NoticeEntity.class,
                ReminderEntity.class);
    }

    @Override
    public String getChangelogLocation() {
        return "META-INF/relais-changelog.xml";
    }

    @Override
    public String getFactoryId() {
        return RelaisJpaEntityProviderFactory.ID;
    }

    @Override
    public void close() {}
}
