import { Label } from "@patternfly/react-core";
import { useCallback } from "react";
import type { Access } from "../../api/types";
import { FailureAlert } from "../../components/feedback/FailureAlert";
import { OpenedApplications } from "../../components/group/OpenedApplications";
import { useI18n } from "../../components/provider/I18nProvider";
import { useApi } from "../../components/provider/RelaisProvider";
import { useLoad } from "../../components/hooks/useLoad";
import { LoadingSkeleton } from "../../components/feedback/LoadingSkeleton";
import { PageHeading } from "../../components/layout/PageHeading";
import { TopNav } from "../TopNav";

/** One's own access: by which group, to what, until when. */
export function MyAccess({ manager }: { manager: boolean }) {
  const api = useApi();
  const i18n = useI18n();
  const access = useLoad(useCallback((signal: AbortSignal) => api.myAccess(signal), [api]));
  return (
    <>
      <PageHeading title={i18n.t("access.title")}>
        <p className="relais-lead">{i18n.t("access.lead")}</p>
      </PageHeading>
      {manager && <TopNav here="access" />}
      {access.failure !== undefined && <FailureAlert failure={access.failure} onRetry={access.reload} />}
      {access.loading && !access.value && <LoadingSkeleton />}
      {access.value?.length === 0 && <p className="relais-empty">{i18n.t("access.none")}</p>}
      {access.value && access.value.length > 0 && (
        <ul className="relais-cards">
          {access.value.map((one) => (
            <AccessCard key={one.group} access={one} />
          ))}
        </ul>
      )}
    </>
  );
}

function AccessCard({ access }: { access: Access }) {
  const i18n = useI18n();
  return (
    <li className="relais-card">
      <h2 className="relais-card__title">
        {access.label} <span className="relais-subtle">{access.school.name}</span>
      </h2>
      <p className="relais-card__meta">
        {access.endsOn ? (
          <Label color="blue" isCompact>
            {i18n.t("access.until", { day: i18n.day(access.endsOn) })}
          </Label>
        ) : (
          <Label isCompact>{i18n.t("access.official")}</Label>
        )}
        <span className="relais-technical">{access.group}</span>
      </p>
      <OpenedApplications applications={access.applications} mine />
    </li>
  );
}
