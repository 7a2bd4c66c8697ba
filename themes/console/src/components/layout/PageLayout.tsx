import { PageSection } from "@patternfly/react-core";
import type { PropsWithChildren } from "react";
import { ErrorBoundary } from "../feedback/ErrorBoundary";
import { InlineAlert } from "../feedback/InlineAlert";
import { useI18n } from "../provider/I18nProvider";
import { useOnline } from "../hooks/useOnline";

/** The frame of all our pages: the area, its language and the warning when the network is gone. */
export function PageLayout({ children }: PropsWithChildren) {
  const i18n = useI18n();
  const online = useOnline();
  return (
    <PageSection variant="light" isFilled lang={i18n.language} className="relais-page" data-testid="relais">
      {!online && (
        <div role="alert" className="relais-banner">
          <InlineAlert variant="warning" title={i18n.t("offline.title")}>
            {i18n.t("offline.body")}
          </InlineAlert>
        </div>
      )}
      <ErrorBoundary>{children}</ErrorBoundary>
    </PageSection>
  );
}
