import type { Grant } from "../../api/types";
import { useAnnounce } from "../Announcer";
import { Confirm } from "../Confirm";
import { useRelais, useWords } from "../Surroundings";
import { nameOf } from "./nameOf";

interface Props {
  grant: Grant;
  close: () => void;
  done: () => void;
}

/** Ends one person's access before its day. */
export function EndGrant({ grant, close, done }: Props) {
  const relais = useRelais();
  const words = useWords();
  const announce = useAnnounce();
  const name = nameOf(grant);
  const end = async () => {
    await relais.endGrant(grant.id);
    announce(words.t("grant.ended", { name }));
    done();
  };
  return (
    <Confirm
      title={words.t("grant.end.title", { name })}
      verb={words.t("grant.end.verb")}
      act={end}
      close={close}
      refused={done}
    >
      {words.t("grant.end.body", { name, group: grant.groupName ?? "", day: words.day(grant.endsOn) })}
    </Confirm>
  );
}
