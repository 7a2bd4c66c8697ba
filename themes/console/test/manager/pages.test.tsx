import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { parseRoute } from "../../src/manager/route";
import { sentenceOf } from "../../src/components/journal/sentence";
import { I18n } from "../../src/messages/i18n";
import { aGrant, aGroup, aHead, aRules } from "../support/fixtures";
import { aServer, renderApp } from "../support/renderApp";

const GRANT = "grants/grant%20of%20Ma%C3%ABl%20Kerbrat";

describe("the pages", () => {
  it("begin with the group itself for whoever manages one only", async () => {
    const server = aServer();
    server["GET groups"] = () => [200, { items: [aGroup()], next: null }];
    renderApp("#/", server);
    expect(await screen.findByRole("heading", { level: 1, name: /AESH/ })).toBeVisible();
    expect(screen.getByLabelText("Nom ou identifiant")).toBeVisible();
  });

  it("show nothing but their own access to people who manage nothing", async () => {
    const server = aServer();
    server["GET me"] = () => [200, { ...aHead(), manager: false, schools: [] }];
    renderApp("#/groups/g1", server);
    expect(await screen.findByRole("heading", { level: 1, name: "Mes accès" })).toBeVisible();
    expect(screen.queryByText("Les groupes que je gère")).toBeNull();
    expect(await screen.findByText(/Aucun groupe ne vous ouvre/)).toBeVisible();
  });

  it("say that an administrator acts in the session of somebody else, and whether anything can be changed", async () => {
    const server = aServer();
    const impersonator = { id: "admin", name: "Jean Dupont" };
    server["GET me"] = () => [200, { ...aHead(), impersonator, readOnly: true }];
    renderApp("#/", server);
    expect(await screen.findByText("Jean Dupont agit dans la session de Nolwenn Le Goff.")).toBeVisible();
    expect(screen.getByText("Rien ne peut être modifié dans cette session.")).toBeVisible();
  });

  it("name in the journal who acted as whom", () => {
    const line = {
      id: "1",
      at: "2027-01-22T10:00:00Z",
      action: "GIVEN",
      actor: { id: "head", name: "Nolwenn Le Goff", impersonator: { id: "admin", name: "Jean Dupont" } },
      person: { id: "p", name: "Maël Kerbrat" },
      details: { endsOn: "2027-02-01" },
    } as unknown as Parameters<typeof sentenceOf>[0];
    expect(sentenceOf(line, new I18n("fr"))).toBe(
      "Jean Dupont, agissant comme Nolwenn Le Goff, a donné un accès à Maël Kerbrat jusqu’au 1 février 2027.",
    );
    expect(sentenceOf({ ...line, action: "CHANGED" }, new I18n("en"))).toMatch(
      /^Jean Dupont, acting as Nolwenn Le Goff, changed Maël Kerbrat’s access/,
    );
  });

  it("put what ends soon on top and ask before they end it", async () => {
    const server = aServer();
    server["GET grants"] = () => [200, { items: [aGrant()], next: null }];
    server["DELETE grants/grant%20of%20Ma%C3%ABl%20Kerbrat"] = () => [200, aGrant()];
    const { requests } = renderApp("#/", server);
    const user = userEvent.setup();
    await user.click(await screen.findByRole("button", { name: "Terminer l’accès de Maël Kerbrat" }));
    expect(screen.getByRole("alertdialog", { name: "Terminer l’accès de Maël Kerbrat ?" })).toBeVisible();
    expect(requests.some(({ method }) => method === "DELETE")).toBe(false);
    await user.click(screen.getByRole("button", { name: "Terminer l’accès" }));
    expect(await screen.findByText("L’accès de Maël Kerbrat est terminé.")).toBeInTheDocument();
  });

  it("show what ends soon to whoever manages one group only, page by page, and say if it could not be shown", async () => {
    const server = aServer();
    server["GET groups"] = () => [200, { items: [aGroup()], next: null }];
    let down = true;
    const awaited = { ...aGrant("a"), personName: null, identifier: "marie@ac.example", status: "PENDING" };
    server["GET grants"] = ({ query }) =>
      down
        ? [503, {}]
        : query.has("cursor")
          ? [200, { items: [awaited], next: null }]
          : [200, { items: [aGrant()], next: "2" }];
    renderApp("#/", server);
    const user = userEvent.setup();
    const soon = () => screen.findByRole("region", { name: "Se terminent dans les 15 jours" });
    await screen.findByRole("heading", { level: 1, name: /AESH/ });
    const again = await within(await soon()).findByRole("button", { name: "Réessayer" });
    down = false;
    await user.click(again);
    expect(await within(await soon()).findByText("Maël Kerbrat")).toBeVisible();
    await user.click(await within(await soon()).findByRole("button", { name: "Afficher la suite" }));
    expect((await within(await soon()).findByText("marie@ac.example")).closest("li")).toHaveTextContent(
      "pas encore dans",
    );
  });

  it("change only what is to be changed", async () => {
    const server = aServer();
    server["GET groups/g1"] = () => [200, { ...aGroup(), rules: { ...aRules(), suggestedEnd: "2027-03-31" } }];
    server[`PATCH ${GRANT}`] = () => [200, aGrant()];
    const { requests } = renderApp("#/groups/g1", server);
    const user = userEvent.setup();
    await user.click(await screen.findByRole("button", { name: "Modifier l’accès de Maël Kerbrat" }));
    const dialog = screen.getByRole("dialog");
    const reason = await within(dialog).findByLabelText("Motif");
    await user.clear(reason);
    await user.type(reason, "Suppléance");
    await user.click(within(dialog).getByRole("button", { name: "Enregistrer" }));
    await waitFor(() => {
      expect(requests.filter(({ method }) => method === "PATCH").map(({ body }) => body)).toEqual([
        { reason: "Suppléance" },
      ]);
    });
  });

  it("offer a later day to whoever renews", async () => {
    const server = aServer();
    server["GET grants"] = () => [200, { items: [aGrant()], next: null }];
    server["GET groups/g1"] = () => [200, { ...aGroup(), rules: { ...aRules(), suggestedEnd: "2027-03-31" } }];
    server[`PATCH ${GRANT}`] = () => [200, aGrant()];
    const { requests } = renderApp("#/", server);
    const user = userEvent.setup();
    await user.click(await screen.findByRole("button", { name: "Prolonger l’accès de Maël Kerbrat" }));
    await screen.findByLabelText("Dernier jour");
    await user.click(screen.getByRole("button", { name: "Enregistrer" }));
    await waitFor(() => {
      expect(requests.find(({ method }) => method === "PATCH")?.body).toEqual({ endsOn: "2027-03-31" });
    });
  });

  it("show anew what somebody else has changed", async () => {
    const server = aServer();
    let ended = false;
    server["GET grants"] = () => [200, { items: ended ? [] : [aGrant()], next: null }];
    server[`DELETE ${GRANT}`] = () => {
      ended = true;
      return [409, { errorMessage: "Cet accès est déjà terminé." }];
    };
    renderApp("#/", server);
    const user = userEvent.setup();
    await user.click(await screen.findByRole("button", { name: "Terminer l’accès de Maël Kerbrat" }));
    await user.click(screen.getByRole("button", { name: "Terminer l’accès" }));
    expect(await screen.findByText("Cet accès est déjà terminé.")).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Annuler" }));
    await waitFor(() => {
      expect(screen.queryByText("Maël Kerbrat")).toBeNull();
    });
  });

  it("ask for another last day once its bounds are known", async () => {
    const server = aServer();
    let answer: () => void = () => undefined;
    server["GET grants"] = () => [200, { items: [aGrant()], next: null }];
    server["GET groups/g1"] = () =>
      new Promise((resolve) => {
        answer = () => {
          resolve([200, aGroup()]);
        };
      });
    renderApp("#/", server);
    await userEvent.setup().click(await screen.findByRole("button", { name: "Prolonger l’accès de Maël Kerbrat" }));
    expect(screen.queryByLabelText("Dernier jour")).toBeNull();
    expect(screen.getByRole("button", { name: "Enregistrer" })).toBeDisabled();
    answer();
    expect(await screen.findByLabelText("Dernier jour")).toHaveFocus();
    expect(screen.getByRole("button", { name: "Enregistrer" })).toBeEnabled();
  });

  it("say that the server does not answer, and try again", async () => {
    const server = aServer();
    let down = true;
    server["GET me"] = () => (down ? [503, {}] : [200, aHead()]);
    renderApp("#/", server);
    const again = await screen.findByRole("button", { name: "Réessayer" });
    down = false;
    await userEvent.setup().click(again);
    expect(await screen.findByRole("heading", { level: 1, name: "Gestion des groupes" })).toBeVisible();
  });

  it("are named by their address", () => {
    expect(parseRoute("")).toEqual({ page: "groups" });
    expect(parseRoute("#/groups/a%2Fb/journal")).toEqual({ page: "group", id: "a/b", tab: "journal" });
    expect(parseRoute("#/groups/g1/nonsense")).toEqual({ page: "group", id: "g1", tab: "members" });
    expect(parseRoute("#/my-access")).toEqual({ page: "access" });
  });

  it("tell each line of the journal in a sentence", () => {
    const line = { id: "1", at: "", actor: { id: "system", name: null }, person: { id: "2", name: "Maël" } };
    const said = (action: string, details = {}) => sentenceOf({ ...line, action, details }, new I18n("fr"));
    expect(said("GIVEN", { endsOn: "2027-01-22" })).toBe("Relais a donné un accès à Maël jusqu’au 22 janvier 2027.");
    expect(said("ENDED", { cause: "REGULARISED" })).toContain("définitif");
    expect(said("OF_TOMORROW")).toBe("Relais : OF_TOMORROW – Maël");
  });
});
