import type { WholeGroup } from "../../api/types";
import { Opens } from "../Opens";
import { Notice } from "../Notice";
import { useWords } from "../Surroundings";
import { nameOf } from "../grant/nameOf";
import type { Done as DoneState } from "./useBasket";

/** What has been done, and what remains for people to do. */
export function Done({ group, done }: { group: WholeGroup; done: DoneState }) {
  const words = useWords();
  const given = done.result.granted.filter((grant) => grant.groupId === group.id);
  const ended = done.result.ended.filter((grant) => grant.groupId === group.id);
  const [first] = given;
  const siblings = group.together.filter((sibling) => done.basket.together.includes(sibling.suffix));
  const applications = [...group.applications, ...siblings.flatMap((sibling) => sibling.applications)].filter(
    (one, i, all) => all.findIndex((other) => other.clientId === one.clientId) === i,
  );
  return (
    <>
      <Notice live variant="success" title={words.t("done.title")}>
        {first && (
          <p>{words.t("done.given", { names: words.list(given.map(nameOf)), day: words.weekday(first.endsOn) })}</p>
        )}
        {ended.length > 0 && <p>{words.t("done.ended", { names: words.list(ended.map(nameOf)) })}</p>}
      </Notice>
      {first && (
        <>
          <h3>{words.t("done.next")}</h3>
          <Opens applications={applications} />
        </>
      )}
    </>
  );
}
