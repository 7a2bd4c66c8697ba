import { useCallback, useEffect, useState } from "react";
import { Refused } from "../../api/failures";
import type { ChangeResult, GroupDetails } from "../../api/types";
import { useApi } from "../provider/RelaisProvider";
import { useAction } from "../hooks/useAction";
import { type Basket, withChanges, emptyBasket, sizeOf, toChangeSet, addedSince, withProblems } from "./basket";
import { saveBasket, loadBasket } from "./basketStorage";

export interface CompletedChange {
  result: ChangeResult;
  /** The basket as it was sent. */
  basket: Basket;
}

/** The basket of a group: what is in it, and how it is sent. */
export function useBasket(group: GroupDetails, userId: string, reload: () => void) {
  const api = useApi();
  const [start] = useState(() => loadBasket(userId, group.id));
  const [basket, setBasket] = useState<Basket>(start ?? emptyBasket(group.rules, group.together));
  const [done, setDone] = useState<CompletedChange>();
  const [restored, setRestored] = useState(start !== undefined && sizeOf(start) > 0);
  const { perform, busy, failure } = useAction();

  useEffect(() => {
    saveBasket(userId, group.id, basket);
  }, [userId, group.id, basket]);

  const change = useCallback((content: (basket: Basket) => Parameters<typeof withChanges>[1]) => {
    setDone(undefined);
    setBasket((before) => withChanges(before, content(before)));
  }, []);

  const clear = () => {
    setRestored(false);
    setBasket(emptyBasket(group.rules, group.together));
  };

  /** What people put into the basket while it is being sent stays in it. */
  const submit = () =>
    perform(async () => {
      const sent = basket;
      const left = (now: Basket) => {
        const rest = addedSince(now, sent);
        return sizeOf(rest) > 0 ? rest : emptyBasket(group.rules, group.together);
      };
      try {
        const result = await api.change(group.id, toChangeSet(sent), sent.key);
        // The page may have been left meanwhile: a later visit must not find what is already done.
        saveBasket(userId, group.id, left(loadBasket(userId, group.id) ?? sent));
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

  return { basket, change, clear, submit, busy, failure, done, restored };
}

export type BasketState = ReturnType<typeof useBasket>;
