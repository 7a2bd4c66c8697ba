import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { Manager } from "../../src/api/types";
import { aServer, renderApp } from "../support/renderApp";

const MANAGERS = "#/groups/g1/managers";

const aDelegate = (toConfirm: boolean): Manager => ({
  id: "d1",
  type: "USER",
  principalId: "p1",
  name: "Paul Martin",
  byProfile: false,
  endsOn: "2027-01-22",
  toConfirm,
});

describe("a delegation whose giver manages the group no longer", () => {
  it("is suspended until somebody confirms it with one click", async () => {
    const server = aServer();
    let toConfirm = true;
    server["GET groups/g1/managers"] = () => [200, [aDelegate(toConfirm)]];
    server["POST groups/g1/managers/d1/confirm"] = () => {
      toConfirm = false;
      return [200, aDelegate(false)];
    };
    renderApp(MANAGERS, server);
    const user = userEvent.setup();
    expect(await screen.findByText(/à confirmer/)).toBeVisible();

    await user.click(screen.getByRole("button", { name: "Confirmer la délégation de Paul Martin" }));

    expect(await screen.findByText(/délégué jusqu’au/)).toBeVisible();
    await waitFor(() => {
      expect(screen.queryByText(/à confirmer/)).toBeNull();
    });
  });

  it("says why a confirmation is refused", async () => {
    const server = aServer();
    server["GET groups/g1/managers"] = () => [200, [aDelegate(true)]];
    server["POST groups/g1/managers/d1/confirm"] = () => [
      400,
      { errorMessage: "Cette personne est inconnue.", code: "unknown-person" },
    ];
    renderApp(MANAGERS, server);
    const user = userEvent.setup();

    await user.click(await screen.findByRole("button", { name: "Confirmer la délégation de Paul Martin" }));

    expect(await screen.findByText("Cette personne est inconnue.")).toBeVisible();
  });
});

describe("a delegation that holds", () => {
  it("has nothing to confirm", async () => {
    const server = aServer();
    server["GET groups/g1/managers"] = () => [200, [aDelegate(false)]];
    renderApp(MANAGERS, server);

    expect(await screen.findByText(/délégué jusqu’au/)).toBeVisible();
    expect(screen.queryByRole("button", { name: /Confirmer/ })).toBeNull();
  });
});
