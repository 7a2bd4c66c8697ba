import { Button, Label } from "@patternfly/react-core";
import type { GrantImport, GrantImportLine } from "../../../api/types";
import { InlineAlert } from "../../../components/feedback/InlineAlert";
import { useI18n } from "../../../components/provider/I18nProvider";
import { Table } from "../../../components/list/Table";
import { saveFile } from "../../components/saveFile";

/** Nobody reads beyond this; the file of refused lines has them all. */
const MAX_SHOWN = 500;

interface Props {
  result: GrantImport;
  fileName: string;
}

/** The result of each line, refused ones first, and a file of these to correct. */
export function ImportResult({ result, fileName }: Props) {
  const i18n = useI18n();
  const { lines, refused, refusedCsv } = result;
  const taken = lines.length - refused;
  const inOrder = [...lines].sort((one, other) => rank(one) - rank(other) || one.line - other.line);
  return (
    <>
      {taken > 0 && (
        <InlineAlert
          variant={result.dryRun ? "info" : "success"}
          title={i18n.count(result.dryRun ? "grantImport.possible" : "grantImport.given", taken)}
        />
      )}
      {refused > 0 && (
        <InlineAlert variant="warning" title={i18n.count("import.refused", refused)}>
          {refusedCsv && (
            <Button
              variant="link"
              isInline
              onClick={() => {
                saveFile(fileName.replace(/(\.\w+)?$/, "-refus.csv"), refusedCsv);
              }}
            >
              {i18n.t("import.refused.download")}
            </Button>
          )}
        </InlineAlert>
      )}
      <Table<GrantImportLine>
        label={i18n.t("import.lines")}
        rows={inOrder.slice(0, MAX_SHOWN)}
        keyOf={(line) => String(line.line)}
        columns={[
          { title: i18n.t("import.line"), cell: (line) => i18n.number(line.line) },
          { title: i18n.t("grantImport.identifier"), names: true, cell: (line) => line.identifier },
          { title: i18n.t("grants.group"), cell: (line) => `${line.uai}_${line.suffix}` },
          {
            title: i18n.t("import.outcome"),
            cell: (line) => (
              <Label isCompact color={line.outcome === "REFUSED" ? "red" : "green"}>
                {i18n.t(`grantImport.${line.outcome}`)}
              </Label>
            ),
          },
          { title: i18n.t("import.why"), cell: (line) => line.errors.map((error) => error.errorMessage).join(" ") },
        ]}
      />
      {lines.length > MAX_SHOWN && (
        <p className="relais-subtle">{i18n.t("import.first", { n: i18n.number(MAX_SHOWN) })}</p>
      )}
    </>
  );
}

function rank(line: GrantImportLine) {
  return line.outcome === "REFUSED" ? 0 : 1;
}
