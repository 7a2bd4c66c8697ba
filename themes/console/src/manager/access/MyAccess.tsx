import { Label } from "@patternfly/react-core";
import { useCallback } from "react";
import type { Access } from "../../api/types";
import { Failure } from "../../components/Failure";
import { Opens } from "../../components/Opens";
import { useRelais, useWords } from "../../components/Surroundings";
import { useLoad } from "../../components/useLoad";
import { Waiting } from "../../components/Waiting";
import { Heading } from "../../components/Heading";
import { TopNav } from "../TopNav";

/** What is open to oneself: by which group, until when. */
export function MyAccess({ manager }: { manager: boolean }) {
  const relais = useRelais();
  const words = useWords();
  const access = useLoad(useCallback((signal: AbortSignal) => relais.myAccess(signal), [relais]));
  return (
    <>
      <Heading title={words.t("access.title")}>
        <p className="relais-lead">{words.t("access.lead")}</p>
      </Heading>
      {manager && <TopNav here="access" />}
      {access.failure !== undefined && <Failure failure={access.failure} retry={access.reload} />}
      {access.loading && !access.value && <Waiting />}
      {access.value?.length === 0 && <p className="relais-empty">{words.t("access.none")}</p>}
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
  const words = useWords();
  return (
    <li className="relais-card">
      <h2 className="relais-card__title">
        {access.label} <span className="relais-subtle">{access.school.name}</span>
      </h2>
      <p className="relais-card__meta">
        {access.endsOn ? (
          <Label color="blue" isCompact>
            {words.t("access.until", { day: words.day(access.endsOn) })}
          </Label>
        ) : (
          <Label isCompact>{words.t("access.official")}</Label>
        )}
        <span className="relais-technical">{access.group}</span>
      </p>
      <Opens applications={access.applications} mine />
    </li>
  );
}
