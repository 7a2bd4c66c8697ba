import { Title } from "@patternfly/react-core";
import { type PropsWithChildren, useEffect, useRef } from "react";
import { useTitle } from "./useTitle";

interface Props {
  title: string;
  /** Whether people start elsewhere, so that the heading leaves the focus alone. */
  quiet?: boolean;
}

let first = true;

/** The heading of a page; a new page begins with the focus on it, but for the first. */
export function Heading({ title, quiet, children }: PropsWithChildren<Props>) {
  const heading = useRef<HTMLDivElement>(null);
  useTitle(title);
  useEffect(() => {
    if (!first && !quiet) {
      heading.current?.focus();
    }
    first = false;
  }, [quiet]);
  return (
    <div className="relais-heading">
      <div ref={heading} tabIndex={-1}>
        <Title headingLevel="h1" size="2xl">
          {title}
        </Title>
      </div>
      {children}
    </div>
  );
}
