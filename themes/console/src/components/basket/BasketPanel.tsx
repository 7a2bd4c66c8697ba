import { Button, Form } from "@patternfly/react-core";
import { useEffect, useRef } from "react";
import type { GroupDetails } from "../../api/types";
import { useAnnounce } from "../provider/Announcer";
import { FailureAlert } from "../feedback/FailureAlert";
import { ActionButton } from "../form/ActionButton";
import { useI18n } from "../provider/I18nProvider";
import { adds, hasProblems, sizeOf } from "./basket";
import { BasketLines } from "./BasketLines";
import { BasketProblems } from "./BasketProblems";
import { BasketTerms } from "./BasketTerms";
import { BasketResult } from "./BasketResult";
import type { BasketState } from "./useBasket";

/** The changes of a basket, and the one button that confirms them all. */
export function BasketPanel({ group, state }: { group: GroupDetails; state: BasketState }) {
  const i18n = useI18n();
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
      <h2 id="relais-basket-title">{size > 0 ? i18n.count("basket.title", size) : i18n.t("basket.empty.title")}</h2>
      {done && <BasketResult group={group} done={done} />}
      {!done && size === 0 && <p className="relais-subtle">{i18n.t("basket.empty")}</p>}
      {size > 0 && (
        <>
          {state.restored && <p className="relais-subtle">{i18n.t("basket.restored")}</p>}
          {problem && <BasketProblems problems={basket.problems} />}
          <BasketLines basket={basket} onChange={state.change} />
          <Form
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              if (adds(basket) && !basket.endsOn) {
                panel.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
              } else {
                void state.submit();
              }
            }}
          >
            <BasketTerms group={group} basket={basket} onChange={state.change} />
            {failure !== undefined && <FailureAlert failure={failure} onRetry={() => void state.submit()} />}
            <div className="relais-basket__acts">
              <ActionButton type="submit" busy={busy}>
                {i18n.t("basket.validate")}
              </ActionButton>
              <Button
                variant="link"
                isDisabled={busy}
                onClick={() => {
                  state.clear();
                  announce(i18n.t("basket.emptied"));
                  panel.current?.focus();
                }}
              >
                {i18n.t("cancel")}
              </Button>
            </div>
          </Form>
        </>
      )}
    </section>
  );
}
