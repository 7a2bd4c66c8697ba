import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { aPerson } from "../support/fixtures";
import { aServer, type ReceivedRequest, renderApp } from "../support/renderApp";

const searches = (requests: ReceivedRequest[]) =>
  requests.filter(({ path }) => path === "people").map(({ query }) => query.get("q"));

describe("the search", () => {
  it("asks once people have stopped typing, and not before three letters", async () => {
    const { requests } = renderApp("#/groups/g1");
    // Key after key without a pause, however slow the machine is.
    const user = userEvent.setup({ delay: null });
    const field = await screen.findByLabelText("Nom ou identifiant");
    await user.type(field, "gu");
    expect(screen.getByText(/Tapez au moins 3 lettres/)).toBeVisible();
    await user.type(field, "éguen");
    await screen.findByText("1 personne trouvée");
    expect(searches(requests)).toEqual(["guéguen"]);
  });

  it("waits as long as the server says, then goes on by itself", async () => {
    const server = aServer();
    let busy = true;
    server["GET people"] = () => {
      const answer = busy;
      busy = false;
      return answer
        ? [429, { errorMessage: "trop" }, { "Retry-After": "1" }]
        : [200, { items: [aPerson()], next: null }];
    };
    renderApp("#/groups/g1", server);
    await userEvent.setup().type(await screen.findByLabelText("Nom ou identifiant"), "guéguen");
    expect(await screen.findByText(/reprend d’elle-même dans 1 seconde/)).toBeVisible();
    expect(await screen.findByRole("button", { name: "Ajouter Hélène Guéguen" })).toBeVisible();
  });

  it("calls whoever may have chosen their name by the identifier, and marks the name", async () => {
    const server = aServer();
    const person = { ...aPerson("Nolwenn Le Goff"), username: "p-123", nameDeclared: true };
    server["GET people"] = () => [200, { items: [person], next: null }];
    renderApp("#/groups/g1", server);
    const user = userEvent.setup();
    await user.type(await screen.findByLabelText("Nom ou identifiant"), "nolwenn");
    await user.click(await screen.findByRole("button", { name: "Ajouter p-123" }));
    expect(screen.getAllByText("nom déclaré par la personne : Nolwenn Le Goff")).toHaveLength(2);
    expect(screen.getAllByText("p-123").length).toBeGreaterThan(0);
    expect(screen.queryByText("Nolwenn Le Goff")).toBeNull();
  });

  it("shows what follows on demand", async () => {
    const server = aServer();
    server["GET people"] = ({ query }) =>
      query.get("cursor")
        ? [200, { items: [aPerson("Anna Gueguen")], next: null }]
        : [200, { items: [aPerson()], next: "second" }];
    renderApp("#/groups/g1", server);
    const user = userEvent.setup();
    await user.type(await screen.findByLabelText("Nom ou identifiant"), "guéguen");
    await user.click(await screen.findByRole("button", { name: "Afficher la suite" }));
    expect(await screen.findByText("Anna Gueguen")).toBeVisible();
    expect(screen.getByText("Hélène Guéguen")).toBeVisible();
  });

  it("leads to adding somebody the directory does not know", async () => {
    const server = aServer();
    server["GET people"] = () => [200, { items: [], next: null }];
    const { requests } = renderApp("#/groups/g1", server);
    const user = userEvent.setup();
    await user.type(await screen.findByLabelText("Nom ou identifiant"), "zzz");
    await user.click(await screen.findByRole("button", { name: /pas encore dans l’annuaire/ }));
    await user.type(await screen.findByLabelText("Identifiant ou adresse électronique"), "Marie@ac.example{Enter}");
    await user.click(screen.getByRole("button", { name: "Valider" }));
    await waitFor(() => {
      expect(requests.find(({ path }) => path.endsWith("/changes"))?.body).toMatchObject({
        add: [{ identifier: "marie@ac.example" }],
      });
    });
  });
});
