import { Button, Form } from "@patternfly/react-core";
import { useEffect, useRef } from "react";
import type { WholeGroup } from "../../api/types";
import { useAnnounce } from "../Announcer";
import { Failure } from "../Failure";
import { ActButton } from "../ActButton";
import { useWords } from "../Surroundings";
import { adds, hasProblems, sizeOf } from "./basket";
import { BasketLines } from "./BasketLines";
import { BasketProblems } from "./BasketProblems";
import { BasketTerms } from "./BasketTerms";
import { Done } from "./Done";
import type { BasketState } from "./useBasket";

/** What is about to be changed, and the one button that does all of it. */
export function BasketPanel({ group, state }: { group: WholeGroup; state: BasketState }) {
  const words = useWords();
  const announce = useAnnounce();
  const panel = useRef<HTMLElement>(null);
  const { basket, busy, done, failure } = state;
  const size = sizeOf(basket);
  const problem = hasProblems(basket);

  useEffect(() => {
    if (done || problem || failure !== undefined) {
      panel.current?.focus();
    }
  }, [done, problem, failure]);

  return (
    <section
      ref={panel}
      id="relais-basket"
      className={size > 0 || done ? "relais-basket relais-basket--full" : "relais-basket"}
      aria-labelledby="relais-basket-title"
      tabIndex={-1}
    >
      <h2 id="relais-basket-title">{size > 0 ? words.count("basket.title", size) : words.t("basket.empty.title")}</h2>
      {done && <Done group={group} done={done} />}
      {!done && size === 0 && <p className="relais-subtle">{words.t("basket.empty")}</p>}
      {size > 0 && (
        <>
          {state.restored && <p className="relais-subtle">{words.t("basket.restored")}</p>}
          {problem && <BasketProblems problems={basket.problems} />}
          <BasketLines basket={basket} change={state.change} />
          <Form
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              if (adds(basket) && !basket.endsOn) {
                panel.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
              } else {
                void state.validate();
              }
            }}
          >
            <BasketTerms group={group} basket={basket} change={state.change} />
            {failure !== undefined && <Failure failure={failure} retry={() => void state.validate()} />}
            <div className="relais-basket__acts">
              <ActButton type="submit" busy={busy}>
                {words.t("basket.validate")}
              </ActButton>
              <Button
                variant="link"
                isDisabled={busy}
                onClick={() => {
                  state.empty();
                  announce(words.t("basket.emptied"));
                  panel.current?.focus();
                }}
              >
                {words.t("cancel")}
              </Button>
            </div>
          </Form>
        </>
      )}
    </section>
  );
}
