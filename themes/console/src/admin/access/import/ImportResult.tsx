import { Button, Label } from "@patternfly/react-core";
import type { GrantImport, GrantImportLine } from "../../../api/types";
import { Notice } from "../../../components/Notice";
import { useWords } from "../../../components/Surroundings";
import { Table } from "../../../components/Table";
import { save } from "../../parts/download";

/** Beyond that many nobody reads on; the file of the refused lines has them all. */
const SHOWN = 500;

interface Props {
  result: GrantImport;
  fileName: string;
}

/** One result for each line, those that are refused first, and these as a file to correct. */
export function ImportResult({ result, fileName }: Props) {
  const words = useWords();
  const { lines, refused, refusedCsv } = result;
  const taken = lines.length - refused;
  const inOrder = [...lines].sort((one, other) => rank(one) - rank(other) || one.line - other.line);
  return (
    <>
      {taken > 0 && (
        <Notice
          variant={result.dryRun ? "info" : "success"}
          title={words.count(result.dryRun ? "grantImport.possible" : "grantImport.given", taken)}
        />
      )}
      {refused > 0 && (
        <Notice variant="warning" title={words.count("import.refused", refused)}>
          {refusedCsv && (
            <Button
              variant="link"
              isInline
              onClick={() => {
                save(fileName.replace(/(\.\w+)?$/, "-refus.csv"), refusedCsv);
              }}
            >
              {words.t("import.refused.download")}
            </Button>
          )}
        </Notice>
      )}
      <Table<GrantImportLine>
        label={words.t("import.lines")}
        rows={inOrder.slice(0, SHOWN)}
        keyOf={(line) => String(line.line)}
        columns={[
          { title: words.t("import.line"), cell: (line) => words.number(line.line) },
          { title: words.t("grantImport.identifier"), names: true, cell: (line) => line.identifier },
          { title: words.t("grants.group"), cell: (line) => `${line.uai}_${line.suffix}` },
          {
            title: words.t("import.outcome"),
            cell: (line) => (
              <Label isCompact color={line.outcome === "REFUSED" ? "red" : "green"}>
                {words.t(`grantImport.${line.outcome}`)}
              </Label>
            ),
          },
          { title: words.t("import.why"), cell: (line) => line.errors.map((error) => error.errorMessage).join(" ") },
        ]}
      />
      {lines.length > SHOWN && <p className="relais-subtle">{words.t("import.first", { n: words.number(SHOWN) })}</p>}
    </>
  );
}

function rank(line: GrantImportLine) {
  return line.outcome === "REFUSED" ? 0 : 1;
}
