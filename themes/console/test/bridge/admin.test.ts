import { screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { toHash, parseHash } from "../../src/bridge/address";
import { consoleRouter } from "../../src/bridge/console";
import { maintainMenuEntry } from "../../src/bridge/menuEntry";
import { maintainOverlay } from "../../src/bridge/overlay";
import { addRoute } from "../../src/bridge/route";
import { afterSchoolYear, toSearchParams, fromSearchParams, renewedEnd } from "../../src/admin/access/filter";
import { cleaned, valuesIn } from "../../src/admin/profiles/fields";

/** A console whose router is where it is expected, or nowhere. */
function aConsole(router: unknown) {
  const app = document.createElement("div");
  app.id = "app";
  document.body.replaceChildren(app);
  Object.assign(app, {
    __reactContainer$x: { child: { child: null, sibling: null, memoizedProps: { router } }, sibling: null },
  });
}

describe("the bridge to the Admin Console", () => {
  beforeEach(() => {
    window.location.hash = "";
  });
  afterEach(() => {
    document.body.replaceChildren();
  });

  it("reads the realm and the page from the address", () => {
    expect(parseHash("#/rennes/relais/groups/a%2Fb?q=x")).toEqual({
      realm: "rennes",
      section: { realm: "rennes", path: ["groups", "a/b"] },
    });
    expect(parseHash("#/rennes/users").section).toBeUndefined();
    expect(parseHash("")).toEqual({ realm: "", section: undefined });
    expect(parseHash("#/%E0%A4%A/relais").realm).toBe("%E0%A4%A");
    expect(toHash({ realm: "a b", path: ["groups", "a/b"] })).toBe("#/a%20b/relais/groups/a%2Fb");
  });

  it("gives the router a route below its root, and has it look again at an address it did not know", async () => {
    const router = { routes: [{ id: "0" }], patchRoutes: vi.fn(), navigate: vi.fn() };
    aConsole(router);
    window.location.hash = "#/rennes/relais/groups";
    expect(await addRoute("relais-admin")).toBe(true);
    expect(router.patchRoutes).toHaveBeenCalledWith("0", [expect.objectContaining({ path: "/:realm/relais/*" })]);
    expect(router.navigate).toHaveBeenCalledWith("/rennes/relais/groups", { replace: true });
  });

  it("does nothing to a console whose insides are others", async () => {
    for (const router of [undefined, {}, { routes: [], patchRoutes: 1 }, "text"]) {
      aConsole(router);
      expect(consoleRouter()).toBeUndefined();
      expect(await addRoute("relais-admin")).toBe(false);
    }
    const broken = {
      routes: [{ id: "0" }],
      navigate: vi.fn(),
      patchRoutes: () => {
        throw new Error("no");
      },
    };
    aConsole(broken);
    vi.spyOn(console, "warn").mockReturnValue();
    expect(await addRoute("relais-admin")).toBe(false);
  });

  it("keeps an entry in the menu for whoever may see where it leads, at the first address of the console too", async () => {
    aConsole(undefined);
    const settings = document.createElement("script");
    settings.id = "environment";
    settings.type = "application/json";
    settings.textContent = JSON.stringify({ realm: "rennes", adminBaseUrl: "http://server.test" });
    const events = document.createElement("li");
    const link = document.createElement("a");
    link.id = "nav-item-events";
    events.append(link);
    const menu = document.createElement("ul");
    menu.append(events);
    document.body.append(settings, menu);
    Object.assign(document.getElementById("app") ?? {}, {
      __reactContainer$x: {
        child: null,
        sibling: null,
        memoizedProps: {
          value: { keycloak: { token: "t", updateToken: () => Promise.resolve(true), login: () => undefined } },
        },
      },
    });
    vi.stubGlobal("fetch", (address: string) =>
      Promise.resolve(new Response("{}", { status: address.includes("rennes") ? 200 : 403 })),
    );

    maintainMenuEntry(() => "Accès anticipé");
    const entry = await screen.findByText("Accès anticipé");
    expect(entry.closest("li")?.previousElementSibling).toBe(events);
    expect(entry).toHaveAttribute("href", "#/rennes/relais");
    expect(entry).not.toHaveClass("pf-m-current");

    window.location.hash = "#/rennes/relais/groups";
    window.dispatchEvent(new Event("hashchange"));
    await waitFor(() => {
      expect(entry).toHaveClass("pf-m-current");
    });
    window.location.hash = "#/brest/users";
    window.dispatchEvent(new Event("hashchange"));
    await waitFor(() => {
      expect(screen.queryByText("Accès anticipé")).toBeNull();
    });
  });

  it("shows the page in front of the console while the address is its own", () => {
    aConsole(undefined);
    maintainOverlay("relais-somewhere", false);
    expect(document.querySelector("relais-somewhere")).toBeNull();
    window.location.hash = "#/rennes/relais";
    window.dispatchEvent(new Event("hashchange"));
    expect(document.querySelector("#relais-overlay relais-somewhere")).not.toBeNull();
    window.location.hash = "#/rennes/users";
    window.dispatchEvent(new Event("hashchange"));
    expect(document.querySelector("relais-somewhere")).toBeNull();
  });
});

describe("what administrators ask for", () => {
  it("stands in the address and says no more than it must", () => {
    const filter = fromSearchParams(new URLSearchParams("status=ALL&school=0359001U&nonsense=1&person="));
    expect(filter).toEqual({ status: "ALL", school: "0359001U" });
    expect(toSearchParams({ ...filter, profile: "AES" }).toString()).toBe("school=0359001U&profile=AES&status=ALL");
    expect(toSearchParams({ status: "ACTIVE", profile: "AES" }).toString()).toBe("profile=AES");
    expect(toSearchParams({ status: "ACTIVE", school: "", profile: undefined }).toString()).toBe("");
  });

  it("knows the school year", () => {
    expect(afterSchoolYear("2026-11-24")).toBe("2027-09-01");
    expect(afterSchoolYear("2027-08-31")).toBe("2027-09-01");
    expect(afterSchoolYear("2027-09-01")).toBe("2028-09-01");
    expect(renewedEnd("2027-03-01")).toBe("2027-08-31");
    expect(renewedEnd("2027-06-15")).toBe("2028-08-31");
    expect(renewedEnd("2026-11-24")).toBe("2027-08-31");
  });

  it("of a profile is a list of values, and nothing that is empty", () => {
    expect(valuesIn("pronote-{uai}\n moodle, pmb;\n")).toEqual(["pronote-{uai}", "moodle", "pmb"]);
    expect(cleaned({ suffix: [" AES "], labelEn: [""], other: ["kept"] })).toEqual({
      suffix: ["AES"],
      other: ["kept"],
    });
  });
});
