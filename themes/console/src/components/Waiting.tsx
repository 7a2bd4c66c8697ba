import { Skeleton } from "@patternfly/react-core";
import { useWords } from "./Surroundings";

/** The shape of what is about to come. */
export function Waiting({ lines = 3 }: { lines?: number }) {
  const words = useWords();
  return (
    <div className="relais-waiting" aria-busy="true">
      <span className="relais-unseen">{words.t("loading")}</span>
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} height="2.5rem" width={`${String(92 - ((line * 13) % 30))}%`} />
      ))}
    </div>
  );
}
