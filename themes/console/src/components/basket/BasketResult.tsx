import type { GroupDetails } from "../../api/types";
import { OpenedApplications } from "../group/OpenedApplications";
import { InlineAlert } from "../feedback/InlineAlert";
import { useI18n } from "../provider/I18nProvider";
import { granteeName } from "../grant/granteeName";
import type { CompletedChange as CompletedChange } from "./useBasket";

/** What was done, and what people still have to do. */
export function BasketResult({ group, done }: { group: GroupDetails; done: CompletedChange }) {
  const i18n = useI18n();
  const given = done.result.granted.filter((grant) => grant.groupId === group.id);
  const ended = done.result.ended.filter((grant) => grant.groupId === group.id);
  const [first] = given;
  const siblings = group.together.filter((sibling) => done.basket.together.includes(sibling.suffix));
  const applications = [...group.applications, ...siblings.flatMap((sibling) => sibling.applications)].filter(
    (one, i, all) => all.findIndex((other) => other.clientId === one.clientId) === i,
  );
  return (
    <>
      <InlineAlert live variant="success" title={i18n.t("done.title")}>
        {first && (
          <p>{i18n.t("done.given", { names: i18n.list(given.map(granteeName)), day: i18n.weekday(first.endsOn) })}</p>
        )}
        {ended.length > 0 && <p>{i18n.t("done.ended", { names: i18n.list(ended.map(granteeName)) })}</p>}
      </InlineAlert>
      {first && (
        <>
          <h3>{i18n.t("done.next")}</h3>
          <OpenedApplications applications={applications} />
        </>
      )}
    </>
  );
}
