import type { ReactNode } from "react";

interface Fact {
  name: string;
  value: ReactNode;
}

/** What is so, name by name. */
export function Facts({ of }: { of: Fact[] }) {
  return (
    <dl className="relais-facts">
      {of.map((fact) => (
        <div key={fact.name}>
          <dt>{fact.name}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}
