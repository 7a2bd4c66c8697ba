import { act, render, screen } from "@testing-library/react";
import type { FunctionComponent } from "react";
import { afterEach, describe, expect, it, vi } from "vitest";

const host = "../../public/host.js";

describe("the host in the account console", () => {
  afterEach(() => {
    vi.useRealTimers();
    document.documentElement.lang = "";
  });

  it("says that the page does not come, until it does", async () => {
    const { default: Host } = (await import(/* @vite-ignore */ host)) as { default: FunctionComponent };
    vi.useFakeTimers();
    document.documentElement.lang = "fr";
    const { container } = render(<Host />);
    act(() => {
      vi.advanceTimersByTime(10_000);
    });
    expect(screen.getByRole("alert")).toHaveTextContent("La page n’a pas pu être chargée.");

    vi.useRealTimers();
    customElements.define("relais-groups", class extends HTMLElement {});
    await vi.waitFor(() => {
      expect(container.querySelector("relais-groups")).not.toBeNull();
    });
    expect(screen.queryByRole("alert")).toBeNull();
  });
});
