import { Checkbox } from "@patternfly/react-core";
import type { Grant } from "../../api/types";
import { nameOf } from "../../components/grant/nameOf";
import { useWords } from "../../components/Surroundings";
import { type Column, Table } from "../../components/Table";
import { useLinks } from "../route";
import { GrantState } from "./GrantState";

interface Props {
  grants: Grant[];
  /** Absent where nothing can be changed. */
  selected: ReadonlyMap<string, Grant> | undefined;
  select: (grants: Grant[], chosen: boolean) => void;
}

export function GrantTable({ grants, selected, select }: Props) {
  const words = useWords();
  const to = useLinks();
  const choose: Column<Grant>[] = selected
    ? [
        {
          title: words.t("grants.choose"),
          untitled: true,
          cell: (grant) =>
            grant.status !== "ENDED" && (
              <Checkbox
                id={`relais-choose-${grant.id}`}
                aria-label={words.t("grants.choose.of", { name: nameOf(grant), group: grant.groupName ?? "" })}
                isChecked={selected.has(grant.id)}
                onChange={(_, chosen) => {
                  select([grant], chosen);
                }}
              />
            ),
        },
      ]
    : [];
  const columns: Column<Grant>[] = [
    ...choose,
    {
      title: words.t("filter.person"),
      names: true,
      cell: (grant) => <a href={to("access", grant.id)}>{nameOf(grant)}</a>,
    },
    {
      title: words.t("grants.group"),
      cell: (grant) => (
        <a className="relais-technical" href={to("groups", grant.groupId)}>
          {grant.groupName ?? grant.groupId}
        </a>
      ),
    },
    { title: words.t("filter.status"), cell: (grant) => <GrantState grant={grant} /> },
    { title: words.t("day.last"), cell: (grant) => words.shortDay(grant.endsOn) },
    { title: words.t("reason.label"), cell: (grant) => grant.reason },
    { title: words.t("filter.giver"), cell: (grant) => grant.grantedBy?.name ?? words.t("someone") },
  ];
  return <Table label={words.t("admin.access")} columns={columns} rows={grants} keyOf={(grant) => grant.id} />;
}
