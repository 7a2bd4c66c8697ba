import { createContext, type PropsWithChildren, useContext, useMemo } from "react";
import { client } from "../api/client";
import { Relais } from "../api/relais";
import type { PageContext } from "../bridge/context";
import { Words } from "../messages/words";

interface Surroundings {
  context: PageContext;
  relais: Relais;
}

const Given = createContext<Surroundings | null>(null);
const Spoken = createContext(new Words("fr"));

interface Props {
  context: PageContext;
  /** Which door is asked at; that of people if absent. */
  api?: (context: PageContext) => Relais;
}

const ofPeople = (context: PageContext) => new Relais(client(context));

/** Gives all below the API of the realm. */
export function Surroundings({ context, api = ofPeople, children }: PropsWithChildren<Props>) {
  const value = useMemo(() => ({ context, relais: api(context) }), [context, api]);
  return <Given.Provider value={value}>{children}</Given.Provider>;
}

/** The language and zone in which all below speaks. */
export const Speaking = Spoken.Provider;

export function useRelais() {
  return useSurroundings().relais;
}

export function useConsole() {
  return useSurroundings().context;
}

export function useWords() {
  return useContext(Spoken);
}

function useSurroundings() {
  const given = useContext(Given);
  if (!given) {
    throw new Error("Outside of Surroundings");
  }
  return given;
}
