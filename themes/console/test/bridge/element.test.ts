import { screen } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { definePage, type Mount } from "../../src/bridge/element";
import { aContext } from "../support/renderApp";

let count = 0;

function anElement(load: () => Promise<Mount>, locale = "fr") {
  count += 1;
  const name = `relais-test-${String(count)}`;
  definePage(name, load, () => ({ ...aContext(), locale }));
  const element = document.createElement(name);
  document.body.append(element);
  return element;
}

describe("the element of a page", () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  it("says that the page is loaded, until it is there", async () => {
    let arrive: (mount: Mount) => void = () => undefined;
    const element = anElement(
      () =>
        new Promise((resolve) => {
          arrive = resolve;
        }),
    );
    expect(screen.getByRole("status")).toHaveTextContent("Chargement…");
    arrive((place) => {
      place.replaceChildren("la page");
      return () => undefined;
    });
    await vi.waitFor(() => {
      expect(element).toHaveTextContent(/^la page$/);
    });
  });

  it("says that its script could not be loaded, and offers to load all again", async () => {
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    anElement(() => Promise.reject(new TypeError("Failed to fetch dynamically imported module")));
    expect(await screen.findByRole("alert")).toHaveTextContent("La page n’a pas pu être chargée.");
    expect(screen.getByRole("button", { name: "Recharger la page" })).toBeVisible();
    document.body.replaceChildren();

    anElement(() => Promise.reject(new TypeError()), "en");
    expect(await screen.findByRole("button", { name: "Reload the page" })).toBeVisible();
  });
});
