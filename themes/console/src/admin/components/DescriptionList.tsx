import type { ReactNode } from "react";

interface Entry {
  name: string;
  value: ReactNode;
}

/** Names and their values. */
export function DescriptionList({ entries }: { entries: Entry[] }) {
  return (
    <dl className="relais-facts">
      {entries.map((entry) => (
        <div key={entry.name}>
          <dt>{entry.name}</dt>
          <dd>{entry.value}</dd>
        </div>
      ))}
    </dl>
  );
}
