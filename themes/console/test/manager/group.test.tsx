import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { aGrant, aGroup, aPerson } from "../support/fixtures";
import { aServer, type ReceivedRequest, renderApp } from "../support/renderApp";

const GROUP = "#/groups/g1";

const changes = (requests: ReceivedRequest[]) => requests.filter(({ path }) => path.endsWith("/changes"));
const basket = () => screen.getByRole("region", { name: /à valider/ });

async function stageHelene() {
  const user = userEvent.setup();
  await user.type(await screen.findByLabelText("Nom ou identifiant"), "guéguen");
  await user.click(await screen.findByRole("button", { name: "Ajouter Hélène Guéguen" }));
  return user;
}

describe("the members of a group", () => {
  it("are changed only when the basket is validated, in one act", async () => {
    const server = aServer();
    server["POST groups/g1/changes"] = () => [200, { granted: [aGrant("Hélène Guéguen")], ended: [aGrant()] }];
    const { requests } = renderApp(GROUP, server);
    const user = await stageHelene();
    await user.click(screen.getByRole("button", { name: "Retirer Maël Kerbrat" }));
    await user.click(screen.getByRole("button", { name: "Remplacement" }));
    expect(changes(requests)).toEqual([]);

    await user.click(screen.getByRole("button", { name: "Valider" }));

    expect(await screen.findByText(/Accès donné à Hélène Guéguen jusqu’au vendredi 22 janvier 2027/)).toBeVisible();
    expect(changes(requests).map(({ body }) => body)).toEqual([
      {
        add: [{ userId: "id of Hélène Guéguen" }],
        remove: ["grant of Maël Kerbrat"],
        endsOn: "2027-01-22",
        reason: "Remplacement",
        together: ["eleves-invites"],
      },
    ]);
    expect(sessionStorage.length).toBe(0);
  });

  it("who are awaited are confirmed with one click once an account has their name", async () => {
    const server = aServer();
    const grant = { ...aGrant("lena.hascoet"), userId: null, personName: null, status: "PENDING" as const };
    const waiting = { ...grant, identifier: "lena.hascoet", claimedBy: aPerson("Léna Hascoët") };
    server["GET groups/g1/members"] = () => [
      200,
      { items: [{ origin: "PENDING", identifier: "lena.hascoet", grant: waiting }], next: null },
    ];
    server["POST grants/grant of lena.hascoet/confirm"] = () => [200, aGrant("Léna Hascoët")];
    const { requests } = renderApp(GROUP, server);
    const user = userEvent.setup();
    expect(await screen.findByText(/Un compte porte maintenant ce nom : Léna Hascoët \(AES\)/)).toBeVisible();

    await user.click(screen.getByRole("button", { name: "Confirmer que Léna Hascoët est la personne attendue" }));

    const confirmed = () => requests.filter(({ path }) => path.endsWith("/confirm"));
    await waitFor(() => {
      expect(confirmed().map(({ body }) => body)).toEqual([{ userId: "id of Léna Hascoët" }]);
    });
  });

  it("keep the basket and show the error on its line", async () => {
    const server = aServer();
    server["POST groups/g1/changes"] = () => [
      422,
      { errors: [{ errorMessage: "Hélène a déjà un accès", field: "add[0].userId" }] },
    ];
    renderApp(GROUP, server);
    const user = await stageHelene();
    await user.click(screen.getByRole("button", { name: "Valider" }));

    const line = (await screen.findByText("Hélène a déjà un accès")).closest("li");
    expect(line).toHaveTextContent("Hélène Guéguen");
    expect(basket()).toHaveFocus();
  });

  it("that are put into the basket while it is on its way stay there", async () => {
    const server = aServer();
    let answer: (status: number, body: unknown) => void = () => undefined;
    server["GET people"] = () => [200, { items: [aPerson(), aPerson("Soizic Le Dantec")], next: null }];
    server["POST groups/g1/changes"] = () =>
      new Promise((resolve) => {
        answer = (status, body) => {
          resolve([status, body]);
        };
      });
    const { requests } = renderApp(GROUP, server);
    const user = await stageHelene();
    await user.click(screen.getByRole("button", { name: "Valider" }));
    await user.click(screen.getByRole("button", { name: "Ajouter Soizic Le Dantec" }));
    await user.click(screen.getByRole("button", { name: "Ne pas modifier : Hélène Guéguen" }));
    answer(422, { errors: [{ errorMessage: "Hélène a déjà un accès", field: "add[0]" }] });
    expect(await screen.findByText("Hélène a déjà un accès")).toBeVisible();
    expect(within(basket()).getByText("Soizic Le Dantec").closest("li")).not.toHaveTextContent("déjà un accès");

    await user.click(screen.getByRole("button", { name: "Valider" }));
    await user.click(screen.getByRole("button", { name: "Ajouter Hélène Guéguen" }));
    answer(200, { granted: [aGrant("Soizic Le Dantec")], ended: [] });

    expect(await screen.findByText(/Accès donné à Soizic Le Dantec/)).toBeVisible();
    expect(within(basket()).getByText("Hélène Guéguen")).toBeVisible();
    expect(within(basket()).queryByText("Soizic Le Dantec")).toBeNull();
    expect(changes(requests)).toHaveLength(2);
    expect(sessionStorage.getItem("relais:basket:g1")).toContain("Hélène");
  });

  it("are kept when somebody between us and the server refuses, and it is said what to do", async () => {
    const server = aServer();
    server["POST groups/g1/changes"] = () => [403, "<html><h1>Forbidden</h1></html>"];
    renderApp(GROUP, server);
    const user = await stageHelene();
    await user.click(screen.getByRole("button", { name: "Valider" }));
    expect(await screen.findByText("Le serveur a refusé la demande (code 403).")).toBeVisible();
    expect(screen.getByText(/Réessayez dans un moment/)).toBeVisible();
    expect(within(basket()).getByText("Hélène Guéguen")).toBeVisible();
  });

  it("are changed once, however often the answer is lost", async () => {
    const server = aServer();
    let lost = true;
    server["POST groups/g1/changes"] = () => {
      if (lost) {
        lost = false;
        throw new TypeError("failed to fetch");
      }
      return [200, { granted: [aGrant("Hélène Guéguen")], ended: [] }];
    };
    const { requests } = renderApp(GROUP, server);
    const user = await stageHelene();
    await user.click(screen.getByRole("button", { name: "Valider" }));
    await user.click(await screen.findByRole("button", { name: "Réessayer" }));

    expect(await screen.findByText("C’est fait.")).toBeVisible();
    const keys = changes(requests).map(({ headers }) => headers["Idempotency-Key"]);
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
  });

  it("take the focus back to what was not done, and say it without a word of English", async () => {
    const server = aServer();
    let fail: () => void = () => undefined;
    server["POST groups/g1/changes"] = () =>
      new Promise((_, reject) => {
        fail = () => {
          reject(new TypeError("failed to fetch"));
        };
      });
    const { container } = renderApp(GROUP, server);
    const user = await stageHelene();
    await user.click(screen.getByRole("button", { name: "Valider" }));
    expect(screen.getByRole("progressbar")).toHaveAttribute("aria-valuetext", "Chargement…");
    expect(container.querySelector("[aria-label=Contents], [aria-valuetext^=Loading]")).toBeNull();
    fail();
    expect(await screen.findByRole("alert")).toHaveTextContent(/^Erreur : ?Le serveur ne répond pas/);
    expect(basket()).toHaveFocus();
    expect(container).not.toHaveTextContent(/alert:|Loading/);

    const announced = screen.getByTestId("announcements");
    await user.click(screen.getByRole("button", { name: "Retirer Maël Kerbrat" }));
    await user.click(screen.getByRole("button", { name: "Ne pas modifier : Maël Kerbrat" }));
    expect(announced).toHaveTextContent("Maël Kerbrat n’est plus dans la liste, 1 modification à valider.");
    expect(basket()).toHaveFocus();
  });

  it("of one other group at a time are copied, and it is said which goes", async () => {
    const server = aServer();
    const other = (id: string, label: string) => ({ ...aGroup(), id, label });
    server["GET groups"] = () => [200, { items: [other("g2", "AED"), other("g3", "ASH")], next: null }];
    renderApp(GROUP, server);
    const user = userEvent.setup();
    await user.click(await screen.findByRole("button", { name: "Membres d’un groupe" }));
    const groups = await screen.findByLabelText("Groupe dont les membres sont à ajouter");
    await user.selectOptions(groups, await within(groups).findByRole("option", { name: /AED/ }));
    await user.click(screen.getByRole("button", { name: "Ajouter" }));
    expect(screen.queryByText(/prendra la place/)).toBeNull();
    await user.selectOptions(groups, within(groups).getByRole("option", { name: /ASH/ }));
    expect(screen.getByText(/celui-ci prendra la place de AED/)).toBeVisible();
  });

  it("are not sent twice by a double click", async () => {
    const server = aServer();
    server["POST groups/g1/changes"] = () => new Promise(() => undefined);
    const { requests } = renderApp(GROUP, server);
    const user = await stageHelene();
    await user.dblClick(screen.getByRole("button", { name: "Valider" }));
    await waitFor(() => {
      expect(changes(requests)).toHaveLength(1);
    });
  });

  it("keep the basket when the session is over, and offer to sign in again", async () => {
    const server = aServer();
    server["POST groups/g1/changes"] = () => [401, {}];
    const { context, unmount } = renderApp(GROUP, server);
    const user = await stageHelene();
    await user.click(screen.getByRole("button", { name: "Valider" }));
    const again = await screen.findByRole("button", { name: "Se reconnecter" });
    const here = document.body.appendChild(document.createElement("relais-groups"));
    const leaving = () => !window.dispatchEvent(new Event("beforeunload", { cancelable: true }));
    expect(leaving()).toBe(true);
    await user.click(again);
    expect(leaving()).toBe(false);
    here.remove();
    expect(context.signIn).toHaveBeenCalledOnce();
    unmount();

    renderApp(GROUP);
    await screen.findByText("Nous avons gardé ce que vous n’aviez pas encore validé.");
    expect(within(basket()).getByText("Hélène Guéguen")).toBeVisible();
    await userEvent.setup().click(screen.getByRole("button", { name: "Annuler" }));
    expect(sessionStorage.length).toBe(0);
    await stageHelene();
    expect(within(basket()).getByText("Hélène Guéguen")).toBeVisible();
    expect(screen.queryByText(/Nous avons gardé/)).toBeNull();
  });

  it("cannot be added twice", async () => {
    const server = aServer();
    server["GET people"] = () => [
      200,
      { items: [{ ...aPerson(), membership: { origin: "GRANTED", endsOn: "2027-01-22" } }], next: null },
    ];
    renderApp(GROUP, server);
    await userEvent.setup().type(await screen.findByLabelText("Nom ou identifiant"), "guéguen");
    expect(await screen.findByText("déjà ajouté jusqu’au 22 janvier 2027")).toBeVisible();
    expect(screen.queryByRole("button", { name: /Ajouter Hélène/ })).toBeNull();
  });

  it("are never HTML", async () => {
    const server = aServer();
    const name = "<img src=x onerror=alert(1)>";
    server["GET groups/g1"] = () => [200, { ...aGroup(), description: name }];
    server["GET people"] = () => [200, { items: [{ ...aPerson(), name }], next: null }];
    const { container } = renderApp(GROUP, server);
    await userEvent.setup().type(await screen.findByLabelText("Nom ou identifiant"), "img");
    expect(await screen.findAllByText(name, { exact: false })).not.toHaveLength(0);
    expect(container.querySelector("img")).toBeNull();
  });
});
