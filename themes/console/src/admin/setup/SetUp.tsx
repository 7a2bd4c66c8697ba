import { Checkbox } from "@patternfly/react-core";
import { useState } from "react";
import { Failure } from "../../components/Failure";
import { Heading } from "../../components/Heading";
import { useAnnounce } from "../../components/Announcer";
import { ActButton } from "../../components/ActButton";
import { Notice } from "../../components/Notice";
import { useWords } from "../../components/Surroundings";
import { useAct } from "../../components/useAct";
import { useAdministration, useAdministrator } from "../administrator";

/** A realm that has nothing of ours yet: what it will be given, and the one button that gives it. */
export function SetUp({ done }: { done: () => void }) {
  const api = useAdministration();
  const words = useWords();
  const announce = useAnnounce();
  const { mayConfigure } = useAdministrator();
  const [themes, setThemes] = useState(true);
  const { act, busy, failure } = useAct();
  const setUp = () =>
    act(async () => {
      const { created } = await api.setUp(themes);
      announce(words.t("setup.done", { names: words.list(created) }));
      done();
    });
  return (
    <>
      <Heading title={words.t("admin.title")}>
        <p className="relais-lead">{words.t("admin.lead")}</p>
      </Heading>
      <section className="relais-panel relais-setup" aria-labelledby="relais-setup">
        <h2 id="relais-setup">{words.t("setup.title")}</h2>
        <p>{words.t("setup.lead")}</p>
        <ul className="relais-points">
          {(["profiles", "gate", "scopes"] as const).map((what) => (
            <li key={what}>{words.t(`setup.${what}`)}</li>
          ))}
        </ul>
        {mayConfigure ? (
          <>
            <Checkbox
              id="relais-setup-themes"
              label={words.t("setup.themes")}
              description={words.t("setup.themes.help")}
              isChecked={themes}
              onChange={(_, ticked) => {
                setThemes(ticked);
              }}
            />
            {failure !== undefined && <Failure failure={failure} retry={() => void setUp()} />}
            <ActButton busy={busy} onClick={() => void setUp()}>
              {words.t("setup.verb")}
            </ActButton>
            <p className="relais-subtle">{words.t("setup.nothingLost")}</p>
          </>
        ) : (
          <Notice variant="info" title={words.t("setup.notAllowed")} />
        )}
      </section>
    </>
  );
}
