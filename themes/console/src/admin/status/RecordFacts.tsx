import type { OfficialRecord } from "../../api/types";
import { useWords } from "../../components/Surroundings";
import { Facts } from "../parts/Facts";

/** How official memberships follow the record. */
export function RecordFacts({ record }: { record: OfficialRecord }) {
  const words = useWords();
  const { followed, startedAt, endedAt, examined } = record;
  return (
    <section className="relais-card" aria-labelledby="relais-record">
      <h2 id="relais-record">{words.t("status.record")}</h2>
      <Facts
        of={[
          { name: words.t("record.followed"), value: words.t(followed ? "yes" : "no") },
          {
            name: words.t("record.round"),
            value: endedAt
              ? words.moment(endedAt)
              : startedAt
                ? words.t("index.running")
                : words.t("target.compared.never"),
          },
          { name: words.t("record.examined"), value: words.number(examined) },
        ]}
      />
    </section>
  );
}
