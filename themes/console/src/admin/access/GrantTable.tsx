import { Checkbox } from "@patternfly/react-core";
import type { Grant } from "../../api/types";
import { DeclaredGrantee } from "../../components/grant/DeclaredGrantee";
import { actorName } from "../../components/journal/actorName";
import { granteeName } from "../../components/grant/granteeName";
import { useI18n } from "../../components/provider/I18nProvider";
import { type Column, Table } from "../../components/list/Table";
import { useLinks } from "../route";
import { GrantStatusLabel } from "./GrantStatusLabel";

interface Props {
  grants: Grant[];
  /** Absent if the list is read-only. */
  selected: ReadonlyMap<string, Grant> | undefined;
  onSelect: (grants: Grant[], chosen: boolean) => void;
}

export function GrantTable({ grants, selected, onSelect }: Props) {
  const i18n = useI18n();
  const to = useLinks();
  const choose: Column<Grant>[] = selected
    ? [
        {
          title: i18n.t("grants.choose"),
          untitled: true,
          cell: (grant) =>
            grant.status !== "ENDED" && (
              <Checkbox
                id={`relais-choose-${grant.id}`}
                aria-label={i18n.t("grants.choose.of", { name: granteeName(grant), group: grant.groupName ?? "" })}
                isChecked={selected.has(grant.id)}
                onChange={(_, chosen) => {
                  onSelect([grant], chosen);
                }}
              />
            ),
        },
      ]
    : [];
  const columns: Column<Grant>[] = [
    ...choose,
    {
      title: i18n.t("filter.person"),
      names: true,
      cell: (grant) => (
        <>
          <a href={to("access", grant.id)}>{granteeName(grant)}</a>
          <DeclaredGrantee grant={grant} />
        </>
      ),
    },
    {
      title: i18n.t("grants.group"),
      cell: (grant) => (
        <a className="relais-technical" href={to("groups", grant.groupId)}>
          {grant.groupName ?? grant.groupId}
        </a>
      ),
    },
    { title: i18n.t("filter.status"), cell: (grant) => <GrantStatusLabel grant={grant} /> },
    { title: i18n.t("day.last"), cell: (grant) => i18n.shortDay(grant.endsOn) },
    { title: i18n.t("reason.label"), cell: (grant) => grant.reason },
    { title: i18n.t("filter.giver"), cell: (grant) => actorName(grant.grantedBy, i18n) },
  ];
  return <Table label={i18n.t("admin.access")} columns={columns} rows={grants} keyOf={(grant) => grant.id} />;
}
