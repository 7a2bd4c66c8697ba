// What the account console loads for the page. Its name never changes and browsers cache it for long: the rest is elsewhere.
import { createElement, useEffect, useRef, useState } from "react";

// How long the script that defines the page may take to load.
const TIMEOUT_MS = 10_000;

// Kept while the console re-creates this host, which it does at each step back, so that the page keeps its state.
let page;

export default function RelaisHost() {
  const place = useRef(null);
  const [late, setLate] = useState(false);
  useEffect(() => {
    let gone = false;
    const waiting = window.setTimeout(() => setLate(true), TIMEOUT_MS);
    customElements.whenDefined("relais-groups").then(() => {
      window.clearTimeout(waiting);
      if (!gone) {
        setLate(false);
        page ??= document.createElement("relais-groups");
        place.current.append(page);
      }
    });
    return () => {
      gone = true;
      window.clearTimeout(waiting);
      page?.remove();
    };
  }, []);
  return createElement(
    "div",
    { style: { display: "contents" } },
    createElement("div", { ref: place, style: { display: "contents" } }),
    late && createElement("p", { role: "alert", style: { padding: "1.5rem" } }, sentence()),
  );
}

function sentence() {
  return document.documentElement.lang.startsWith("fr")
    ? "La page n’a pas pu être chargée. Vérifiez votre connexion, puis rechargez la page."
    : "The page could not be loaded. Check your connection, then reload the page.";
}
