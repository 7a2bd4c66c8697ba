package org.relais.keycloak.storage;

import java.util.List;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;
import org.relais.keycloak.authority.ManagerEntity;
import org.relais.keycloak.delivery.DeliveryEntity;
import org.relais.keycloak.delivery.RemoteStateEntity;
import org.relais.keycloak.delivery.reconciliation.ReconciliationEntity;
import org.relais.keycloak.directory.index.IndexStateEntity;
import org.relais.keycloak.directory.index.PersonEntity;
import org.relais.keycloak.directory.index.PersonTokenEntity;
import org.relais.keycloak.directory.index.WatermarkEntity;
import org.relais.keycloak.event.PendingUserUpdateEntity;
import org.relais.keycloak.grant.GrantEntity;
import org.relais.keycloak.grant.IdempotencyKeyEntity;
import org.relais.keycloak.grant.OfficialMemberEntity;
import org.relais.keycloak.grant.OfficialRecordEntity;
import org.relais.keycloak.grant.OfficialRecordReconciliationEntity;
import org.relais.keycloak.grant.ReconciliationRequestEntity;
import org.relais.keycloak.journal.JournalEntity;
import org.relais.keycloak.logout.BackchannelLogoutEntity;
import org.relais.keycloak.logout.SessionRevocationEntity;
import org.relais.keycloak.notification.NoticeEntity;
import org.relais.keycloak.notification.ReminderEntity;
import org.relais.keycloak.platform.PassEntity;
import org.relais.keycloak.school.importing.SchoolImportEntity;
import org.relais.keycloak.school.importing.SchoolImportLineEntity;

final class RelaisJpaEntityProvider implements JpaEntityProvider {

    @Override
    public List<Class<?>> getEntities() {
        return List.of(
                GrantEntity.class,
                JournalEntity.class,
                IdempotencyKeyEntity.class,
                ManagerEntity.class,
                OfficialRecordEntity.class,
                OfficialMemberEntity.class,
                OfficialRecordReconciliationEntity.class,
                ReconciliationRequestEntity.class,
                SessionRevocationEntity.class,
                BackchannelLogoutEntity.class,
                NoticeEntity.class,
                ReminderEntity.class,
                PersonEntity.class,
                PersonTokenEntity.class,
                IndexStateEntity.class,
                WatermarkEntity.class,
                DeliveryEntity.class,
                RemoteStateEntity.class,
                ReconciliationEntity.class,
                SchoolImportEntity.class,
                SchoolImportLineEntity.class,
                PendingUserUpdateEntity.class,
                PassEntity.class);
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
