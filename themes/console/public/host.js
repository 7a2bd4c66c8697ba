// What the account console loads for the page. Its name never changes and browsers keep it for long: all else is elsewhere.
import { createElement, useEffect, useRef } from "react";

// Kept while the console makes this host anew, which it does at each step back, so that the page keeps what it shows.
let page;

export default function RelaisHost() {
  const place = useRef(null);
  useEffect(() => {
    let gone = false;
    customElements.whenDefined("relais-groups").then(() => {
      if (!gone) {
        page ??= document.createElement("relais-groups");
        place.current.append(page);
      }
    });
    return () => {
      gone = true;
      page?.remove();
    };
  }, []);
  return createElement("div", { ref: place, style: { display: "contents" } });
}
