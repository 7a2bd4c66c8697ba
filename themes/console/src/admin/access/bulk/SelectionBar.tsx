import { Button } from "@patternfly/react-core";
import { useState } from "react";
import type { Grant } from "../../../api/types";
import { FailureAlert } from "../../../components/feedback/FailureAlert";
import { ActionButton } from "../../../components/form/ActionButton";
import { useI18n } from "../../../components/provider/I18nProvider";
import { useAction } from "../../../components/hooks/useAction";
import { useAdminApi } from "../../administrator";
import { type GrantFilter, toQuery } from "../filter";
import { type BulkAction, findAll, MAX_SELECTION } from "./bulkRequests";

interface Props {
  filter: GrantFilter;
  grants: Grant[];
  selected: ReadonlyMap<string, Grant>;
  onSelect: (grants: Grant[], chosen: boolean) => void;
  onStart: (action: BulkAction) => void;
}

/** The number of selected grants, and the actions on them. */
export function SelectionBar({ filter, grants, selected, onSelect, onStart }: Props) {
  const api = useAdminApi();
  const i18n = useI18n();
  const all = useAction();
  const [cut, setCut] = useState(false);
  const running = (some: Grant[]) => some.filter((grant) => grant.status !== "ENDED");
  if (cut && selected.size === 0) {
    setCut(false);
  }
  if (grants.length === 0) {
    return null;
  }
  return (
    <div className="relais-selection" role="group" aria-label={i18n.t("grants.selection")}>
      <span role="status">
        {i18n.count("grants.selected", selected.size)}
        {cut && ` – ${i18n.t("grants.select.cut", { n: i18n.number(MAX_SELECTION) })}`}
      </span>
      <ActionButton
        variant="link"
        busy={all.busy}
        onClick={() =>
          void all.perform(async () => {
            const found = await findAll(api, toQuery(filter));
            onSelect(running(found.grants), true);
            setCut(found.more);
          })
        }
      >
        {i18n.t("grants.select.all")}
      </ActionButton>
      {selected.size > 0 && (
        <>
          <Button
            variant="link"
            onClick={() => {
              onSelect([...selected.values()], false);
            }}
          >
            {i18n.t("grants.select.none")}
          </Button>
          <Button
            onClick={() => {
              onStart("renew");
            }}
          >
            {i18n.t("grant.renew")}
          </Button>
          <Button
            variant="danger"
            onClick={() => {
              onStart("end");
            }}
          >
            {i18n.t("grant.end")}
          </Button>
        </>
      )}
      {all.failure !== undefined && <FailureAlert failure={all.failure} />}
    </div>
  );
}
