import { Alert, PageSection } from "@patternfly/react-core";
import type { PropsWithChildren } from "react";
import { Guard } from "./Guard";
import { useWords } from "./Surroundings";
import { useOnline } from "./useOnline";

/** What is around all our pages: the area, its language, and whether the network is there. */
export function Frame({ children }: PropsWithChildren) {
  const words = useWords();
  const online = useOnline();
  return (
    <PageSection variant="light" isFilled lang={words.language} className="relais-page" data-testid="relais">
      {!online && (
        <div role="alert" className="relais-banner">
          <Alert isInline variant="warning" component="p" title={words.t("offline.title")}>
            {words.t("offline.body")}
          </Alert>
        </div>
      )}
      <Guard>{children}</Guard>
    </PageSection>
  );
}
