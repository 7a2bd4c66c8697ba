import { afterEach, describe, expect, it, vi } from "vitest";

vi.mock("../../src/admin/mount", () => ({ mount: () => () => undefined }));

describe("the stand-alone page", () => {
  afterEach(() => {
    vi.useRealTimers();
    document.body.replaceChildren();
  });

  it("asks for no token before the console knows who is signed in", async () => {
    vi.useFakeTimers();
    window.history.replaceState(null, "", "?relais#/rennes/relais/schools");
    const app = document.createElement("div");
    app.id = "app";
    document.body.replaceChildren(app);

    await import("../../src/bridge/admin");
    await vi.advanceTimersByTimeAsync(2_000);
    expect(document.querySelector("relais-admin")).toBeNull();

    const keycloak = { updateToken: () => Promise.resolve(true), login: () => Promise.resolve() };
    Object.assign(app, {
      __reactContainer$x: {
        child: { child: null, sibling: null, memoizedProps: { value: { keycloak } } },
        sibling: null,
      },
    });
    await vi.advanceTimersByTimeAsync(100);
    expect(document.querySelector("relais-admin")).not.toBeNull();
  });
});
