import { Button } from "@patternfly/react-core";
import TimesIcon from "@patternfly/react-icons/dist/esm/icons/times-icon";
import { useAnnounce } from "../provider/Announcer";
import { useI18n } from "../provider/I18nProvider";
import { type Basket, sizeOf } from "./basket";
import type { BasketState } from "./useBasket";

interface Line {
  id: string;
  sign: "+" | "−";
  name: string;
  detail?: string;
  problem?: string;
  drop: () => void;
}

/** The additions and removals, each with its problem if it has one. */
export function BasketLines({ basket, onChange }: { basket: Basket; onChange: BasketState["change"] }) {
  const i18n = useI18n();
  const announce = useAnnounce();
  const additions = basket.additions.map((one): Line => ({
    id: one.subject,
    sign: "+",
    name: one.name,
    detail: one.detail,
    problem: one.problem,
    drop: () => {
      onChange((before) => ({ additions: before.additions.filter(({ subject }) => subject !== one.subject) }));
    },
  }));
  const copied: Line[] = basket.copied
    ? [
        {
          id: basket.copied.id,
          sign: "+",
          name: basket.copied.name,
          detail: i18n.count("copy.members", basket.copied.members),
          problem: basket.copied.problem,
          drop: () => {
            onChange(() => ({ copied: null }));
          },
        },
      ]
    : [];
  const removals = basket.removals.map((one): Line => ({
    id: one.grantId,
    sign: "−",
    name: one.name,
    detail: i18n.t("basket.removal"),
    problem: one.problem,
    drop: () => {
      onChange((before) => ({ removals: before.removals.filter(({ grantId }) => grantId !== one.grantId) }));
    },
  }));
  return (
    <ul className="relais-lines" aria-label={i18n.t("basket.lines")}>
      {[...additions, ...copied, ...removals].map((line) => (
        <li key={line.id} className={line.problem ? "relais-line relais-line--wrong" : "relais-line"}>
          <span className={line.sign === "+" ? "relais-line__plus" : "relais-line__minus"} aria-hidden="true">
            {line.sign}
          </span>
          <span className="relais-line__who">
            <strong>{line.name}</strong>
            <span className="relais-subtle">{line.detail}</span>
            {line.problem && <span className="relais-line__problem">{line.problem}</span>}
          </span>
          <Button
            variant="plain"
            size="sm"
            aria-label={i18n.t("basket.drop", { name: line.name })}
            onClick={(event) => {
              event.currentTarget.closest<HTMLElement>("#relais-basket")?.focus();
              line.drop();
              announce(i18n.count("basket.dropped", sizeOf(basket) - 1, { name: line.name }));
            }}
            icon={<TimesIcon />}
          />
        </li>
      ))}
    </ul>
  );
}
