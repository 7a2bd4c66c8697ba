import { Title } from "@patternfly/react-core";
import { type PropsWithChildren, useEffect, useRef } from "react";
import { useDocumentTitle } from "../hooks/useDocumentTitle";

interface Props {
  title: string;
  /** Whether the page sets the focus elsewhere. */
  keepFocus?: boolean;
}

let isFirstHeading = true;

/** The heading of a page. It takes the focus when the page changes, but not when the first page opens. */
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
