import { Title } from "@patternfly/react-core";
import { type PropsWithChildren, useEffect, useRef } from "react";
import { useDocumentTitle } from "../hooks/useDocumentTitle";

interface Props {
  title: string;
  /** Whether people start elsewhere, so that the heading leaves the focus alone. */
  keepFocus?: boolean;
}

let isFirstHeading = true;

/** The heading of a page; a new page begins with the focus on it, but for the first. */
export function PageHeading({ title, keepFocus, children }: PropsWithChildren<Props>) {
  const heading = useRef<HTMLDivElement>(null);
  useDocumentTitle(title);
  useEffect(() => {
    if (!isFirstHeading && !keepFocus) {
      heading.current?.focus();
    }
    isFirstHeading = false;
  }, [keepFocus]);
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
