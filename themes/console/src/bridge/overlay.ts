import { parseHash } from "./address";

const MAIN = "#kc-main-content-page-container, main.pf-v5-c-page__main";

/**
 * Shows our page in front of the console if the console's router does not accept it: over the area of the console's pages,
 * or over the whole window if there is no such area or the page is wanted alone.
 */
export function maintainOverlay(element: string, whole: boolean) {
  const overlay = document.createElement("div");
  overlay.id = "relais-overlay";
  Object.assign(overlay.style, { position: "fixed", zIndex: "150", overflow: "auto" });
  overlay.style.background = "var(--pf-v5-global--BackgroundColor--100, Canvas)";

  const position = () => {
    const main = whole ? null : document.querySelector(MAIN);
    const area = main?.getBoundingClientRect();
    const inset = area && area.width > 0 ? { left: area.left, top: area.top } : { left: 0, top: 0 };
    overlay.style.inset = `${String(inset.top)}px 0 0 ${String(inset.left)}px`;
  };
  const update = () => {
    const shown = parseHash(window.location.hash).section !== undefined;
    if (shown && !overlay.isConnected) {
      if (!overlay.firstChild) {
        overlay.append(document.createElement(element));
      }
      document.body.append(overlay);
    } else if (!shown) {
      overlay.remove();
    }
    position();
  };
  // A navigation of the console changes its page without any event.
  new MutationObserver(update).observe(document.getElementById("app") ?? document.body, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ["class"],
  });
  window.addEventListener("resize", position);
  window.addEventListener("hashchange", update);
  update();
}
