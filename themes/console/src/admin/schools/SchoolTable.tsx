import { Label } from "@patternfly/react-core";
import type { SchoolEntry } from "../../api/types";
import { useAnnounce } from "../../components/provider/Announcer";
import { FailureAlert } from "../../components/feedback/FailureAlert";
import { ActionButton } from "../../components/form/ActionButton";
import { useI18n } from "../../components/provider/I18nProvider";
import { type Column, Table } from "../../components/list/Table";
import { useAction } from "../../components/hooks/useAction";
import { useAdminApi, useAdministrator } from "../administrator";
import { useLinks } from "../route";
import { SchoolHeads } from "./SchoolHeads";

interface Props {
  schools: SchoolEntry[];
  onChanged: () => void;
}

export function SchoolTable({ schools, onChanged }: Props) {
  const i18n = useI18n();
  const to = useLinks();
  const columns: Column<SchoolEntry>[] = [
    { title: "UAI", cell: ({ uai }) => <span className="relais-technical">{uai}</span> },
    {
      title: i18n.t("schools.name"),
      names: true,
      cell: ({ name, uai, closed }) => (
        <>
          <a href={`${to("groups")}?q=${encodeURIComponent(uai)}`}>{name}</a>{" "}
          {closed && <Label isCompact>{i18n.t("schools.closed")}</Label>}
        </>
      ),
    },
    { title: i18n.t("schools.type"), cell: ({ type }) => type ?? "–" },
    { title: i18n.t("schools.heads"), cell: (school) => <SchoolHeads school={school} /> },
    { title: i18n.t("profiles.groups"), cell: ({ groups }) => i18n.number(groups) },
    { title: i18n.t("schools.lacking"), cell: (school) => <MissingGroupsCell school={school} onChanged={onChanged} /> },
  ];
  return <Table label={i18n.t("admin.schools")} columns={columns} rows={schools} keyOf={(school) => school.id} />;
}

/** The groups a school lacks, and the button that creates them. */
function MissingGroupsCell({ school, onChanged }: { school: SchoolEntry; onChanged: () => void }) {
  const api = useAdminApi();
  const i18n = useI18n();
  const announce = useAnnounce();
  const { mayManage } = useAdministrator();
  const { perform, busy, failure } = useAction();
  if (school.lacking === 0 || school.closed) {
    return <>–</>;
  }
  if (!mayManage) {
    return <>{i18n.number(school.lacking)}</>;
  }
  return (
    <>
      <ActionButton
        variant="link"
        isInline
        busy={busy}
        aria-label={i18n.count("missing.one.of", school.lacking, { name: school.name })}
        onClick={() =>
          void perform(async () => {
            const created = await api.createGroups(school.uai);
            announce(i18n.count("missing.created", created.length));
            onChanged();
          })
        }
      >
        {i18n.count("missing.one", school.lacking)}
      </ActionButton>
      {failure !== undefined && <FailureAlert failure={failure} />}
    </>
  );
}
