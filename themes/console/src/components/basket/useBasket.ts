import { useCallback, useEffect, useState } from "react";
import { Refused } from "../../api/failures";
import type { ChangeResult, WholeGroup } from "../../api/types";
import { useRelais } from "../Surroundings";
import { useAct } from "../useAct";
import { type Basket, changed, emptyBasket, sizeOf, toChangeSet, without, withProblems } from "./basket";
import { keepBasket, keptBasket } from "./kept";

export interface Done {
  result: ChangeResult;
  /** What was asked for. */
  basket: Basket;
}

/** The basket of a group: what is in it, and its validation. */
export function useBasket(group: WholeGroup, userId: string, reload: () => void) {
  const relais = useRelais();
  const [start] = useState(() => keptBasket(userId, group.id));
  const [basket, setBasket] = useState<Basket>(start ?? emptyBasket(group.rules, group.together));
  const [done, setDone] = useState<Done>();
  const [restored, setRestored] = useState(start !== undefined && sizeOf(start) > 0);
  const { act, busy, failure } = useAct();

  useEffect(() => {
    keepBasket(userId, group.id, basket);
  }, [userId, group.id, basket]);

  const change = useCallback((content: (basket: Basket) => Parameters<typeof changed>[1]) => {
    setDone(undefined);
    setBasket((before) => changed(before, content(before)));
  }, []);

  const empty = () => {
    setRestored(false);
    setBasket(emptyBasket(group.rules, group.together));
  };

  /** More may be put into the basket while it is on its way: that stays. */
  const validate = () =>
    act(async () => {
      const sent = basket;
      const left = (now: Basket) => {
        const rest = without(now, sent);
        return sizeOf(rest) > 0 ? rest : emptyBasket(group.rules, group.together);
      };
      try {
        const result = await relais.change(group.id, toChangeSet(sent), sent.key);
        // The page may have been left meanwhile: what is done must not be found again.
        keepBasket(userId, group.id, left(keptBasket(userId, group.id) ?? sent));
        setBasket(left);
        setRestored(false);
        setDone({ result, basket: sent });
        reload();
      } catch (problem) {
        if (problem instanceof Refused && problem.status !== 429 && problem.problems.length > 0) {
          setBasket((now) => withProblems(now, problem.problems, sent));
          reload();
          return;
        }
        throw problem;
      }
    });

  return { basket, change, empty, validate, busy, failure, done, restored };
}

export type BasketState = ReturnType<typeof useBasket>;
