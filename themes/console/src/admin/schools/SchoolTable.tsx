import { Label } from "@patternfly/react-core";
import type { SchoolEntry } from "../../api/types";
import { useAnnounce } from "../../components/Announcer";
import { Failure } from "../../components/Failure";
import { ActButton } from "../../components/ActButton";
import { useWords } from "../../components/Surroundings";
import { type Column, Table } from "../../components/Table";
import { useAct } from "../../components/useAct";
import { useAdministration, useAdministrator } from "../administrator";
import { useLinks } from "../route";
import { SchoolHeads } from "./SchoolHeads";

interface Props {
  schools: SchoolEntry[];
  changed: () => void;
}

export function SchoolTable({ schools, changed }: Props) {
  const words = useWords();
  const to = useLinks();
  const columns: Column<SchoolEntry>[] = [
    { title: "UAI", cell: ({ uai }) => <span className="relais-technical">{uai}</span> },
    {
      title: words.t("schools.name"),
      names: true,
      cell: ({ name, uai, closed }) => (
        <>
          <a href={`${to("groups")}?q=${encodeURIComponent(uai)}`}>{name}</a>{" "}
          {closed && <Label isCompact>{words.t("schools.closed")}</Label>}
        </>
      ),
    },
    { title: words.t("schools.type"), cell: ({ type }) => type ?? "–" },
    { title: words.t("schools.heads"), cell: (school) => <SchoolHeads school={school} /> },
    { title: words.t("profiles.groups"), cell: ({ groups }) => words.number(groups) },
    { title: words.t("schools.lacking"), cell: (school) => <Lacking school={school} changed={changed} /> },
  ];
  return <Table label={words.t("admin.schools")} columns={columns} rows={schools} keyOf={(school) => school.id} />;
}

/** The groups a school lacks, and the button that creates them. */
function Lacking({ school, changed }: { school: SchoolEntry; changed: () => void }) {
  const api = useAdministration();
  const words = useWords();
  const announce = useAnnounce();
  const { mayManage } = useAdministrator();
  const { act, busy, failure } = useAct();
  if (school.lacking === 0 || school.closed) {
    return <>–</>;
  }
  if (!mayManage) {
    return <>{words.number(school.lacking)}</>;
  }
  return (
    <>
      <ActButton
        variant="link"
        isInline
        busy={busy}
        aria-label={words.count("missing.one.of", school.lacking, { name: school.name })}
        onClick={() =>
          void act(async () => {
            const created = await api.createGroups(school.uai);
            announce(words.count("missing.created", created.length));
            changed();
          })
        }
      >
        {words.count("missing.one", school.lacking)}
      </ActButton>
      {failure !== undefined && <Failure failure={failure} />}
    </>
  );
}
