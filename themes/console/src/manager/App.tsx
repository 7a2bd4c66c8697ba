import { useCallback, useMemo } from "react";
import { useLocale } from "../bridge/useLocale";
import { ImpersonationBanner } from "../components/feedback/ImpersonationBanner";
import { FailureAlert } from "../components/feedback/FailureAlert";
import { PageLayout } from "../components/layout/PageLayout";
import { I18nProvider } from "../components/provider/I18nProvider";
import { usePageContext, useApi } from "../components/provider/RelaisProvider";
import { useLoad } from "../components/hooks/useLoad";
import { LoadingSkeleton } from "../components/feedback/LoadingSkeleton";
import { I18n } from "../messages/i18n";
import { RoutedPage } from "./RoutedPage";

/** The whole page, in the language and the time zone of the person signed in. */
export function App() {
  const api = useApi();
  const locale = useLocale(usePageContext().locale);
  const me = useLoad(useCallback((signal: AbortSignal) => api.me(signal), [api]));
  const i18n = useMemo(() => new I18n(locale, me.value?.timeZone), [locale, me.value?.timeZone]);
  return (
    <I18nProvider value={i18n}>
      <PageLayout>
        {me.value && <ImpersonationBanner me={me.value} />}
        {me.value && <RoutedPage me={me.value} />}
        {me.failure !== undefined && !me.value && <FailureAlert failure={me.failure} onRetry={me.reload} />}
        {me.loading && !me.value && <LoadingSkeleton lines={5} />}
      </PageLayout>
    </I18nProvider>
  );
}
