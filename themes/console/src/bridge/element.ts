import type { PageContext } from "./context";
import { showFailed, showLoading } from "./placeholder";

/** Renders a page into an element; the function returned removes it. */
export type Mount = (element: HTMLElement, context: PageContext) => () => void;

/** Event on the window when the console shows the page, for the first time or again: the address may have changed. */
export const PAGE_SHOWN = "relais-shown";

/** How long an element may be out of the document before its page is unmounted. */
const TIMEOUT_MS = 2_000;

/** Defines the element of a page; the page itself is loaded when the element is first shown. */
export function definePage(name: string, load: () => Promise<Mount>, contextOf: () => PageContext) {
  if (customElements.get(name)) {
    return;
  }
  customElements.define(
    name,
    class extends HTMLElement {
      context?: PageContext;
      #shown?: Promise<() => void>;
      #leaving?: number;

      connectedCallback() {
        window.clearTimeout(this.#leaving);
        window.dispatchEvent(new Event(PAGE_SHOWN));
        this.#shown ??= this.#show();
        this.#shown.catch((failure: unknown) => {
          this.#shown = undefined;
          showFailed(this, contextOf().locale);
          console.error("Relais: the page could not be shown", failure);
        });
      }

      disconnectedCallback() {
        this.#leaving = window.setTimeout(() => {
          void this.#shown?.then((remove) => {
            remove();
          });
          this.#shown = undefined;
        }, TIMEOUT_MS);
      }

      async #show() {
        showLoading(this, contextOf().locale);
        const mount = await load();
        this.context ??= contextOf();
        return mount(this, this.context);
      }
    },
  );
}
