import { useCallback, useMemo } from "react";
import { ImpersonationBanner } from "../components/feedback/ImpersonationBanner";
import { PageLayout } from "../components/layout/PageLayout";
import { LoadedContent } from "../components/feedback/LoadedContent";
import { I18nProvider } from "../components/provider/I18nProvider";
import { usePageContext } from "../components/provider/RelaisProvider";
import { useLoad } from "../components/hooks/useLoad";
import { I18n } from "../messages/i18n";
import { AdministratorProvider, asMe, useAdminApi } from "./administrator";
import { RoutedPage } from "./RoutedPage";
import { SetupPage } from "./setup/SetupPage";

/** The section of one realm: its pages, or the setup of a realm that has none yet. */
export function RealmPage() {
  const api = useAdminApi();
  const { locale } = usePageContext();
  const administrator = useLoad(useCallback((signal: AbortSignal) => api.administrator(signal), [api]));
  const timeZone = administrator.value?.timeZone;
  const i18n = useMemo(() => new I18n(locale, timeZone), [locale, timeZone]);
  return (
    <I18nProvider value={i18n}>
      <PageLayout>
        <LoadedContent loaded={administrator}>
          {(present) => (
            <AdministratorProvider value={present}>
              <ImpersonationBanner me={asMe(present)} />
              {present.configured ? <RoutedPage /> : <SetupPage onDone={administrator.reload} />}
            </AdministratorProvider>
          )}
        </LoadedContent>
      </PageLayout>
    </I18nProvider>
  );
}
