import { PageSection } from "@patternfly/react-core";
import type { PropsWithChildren } from "react";
import { Guard } from "./Guard";
import { Notice } from "./Notice";
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
          <Notice variant="warning" title={words.t("offline.title")}>
            {words.t("offline.body")}
          </Notice>
        </div>
      )}
      <Guard>{children}</Guard>
    </PageSection>
  );
}
