import type { Me } from "../../api/types";
import { personOf } from "../journal/actorName";
import { useI18n } from "../provider/I18nProvider";
import { InlineAlert } from "./InlineAlert";

/** Says that an administrator acts in the session of the person, and what follows from it; nothing in one's own session. */
export function ImpersonationBanner({ me }: { me: Pick<Me, "name" | "impersonator" | "readOnly"> }) {
  const i18n = useI18n();
  if (!me.impersonator) {
    return null;
  }
  const title = i18n.t("impersonated.title", { impersonator: personOf(me.impersonator, i18n), name: me.name });
  return (
    <div className="relais-banner">
      <InlineAlert variant="warning" title={title}>
        {i18n.t(me.readOnly ? "impersonated.readOnly" : "impersonated.named")}
      </InlineAlert>
    </div>
  );
}
