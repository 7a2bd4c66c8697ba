import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { renderAdmin, anAdminServer, anAdministrator, aStatus, aTarget } from "../support/renderAdmin";

describe("the section of the administrators", () => {
  it("shows how to begin where nothing is set up, and begins by one button", async () => {
    const server = anAdminServer();
    let configured = false;
    server["GET me"] = () => [200, { ...anAdministrator(), configured }];
    server["POST setup"] = ({ query }) => {
      configured = true;
      return [200, { created: ["AES"], gate: {}, clientScopes: [], themes: [query.get("themes")] }];
    };
    const { requests } = renderAdmin("status", server);
    await userEvent.setup().click(await screen.findByRole("button", { name: "Préparer le domaine" }));
    expect(await screen.findByRole("heading", { name: "1 point à corriger" })).toBeVisible();
    expect(requests.find(({ path }) => path === "setup")?.query.get("themes")).toBe("true");
  });

  it("tells whoever may not set the realm up what it takes", async () => {
    const server = anAdminServer();
    server["GET me"] = () => [200, { ...anAdministrator(), configured: false, mayConfigure: false }];
    renderAdmin("", server);
    expect(await screen.findByText(/Il faut le rôle manage-realm/)).toBeVisible();
    expect(screen.queryByRole("button")).toBeNull();
  });

  it("says that it is not for everybody", async () => {
    const server = anAdminServer();
    server["GET me"] = () => [403, { errorMessage: "Il faut le rôle view-users." }];
    renderAdmin("groups", server);
    expect(await screen.findByText("Il faut le rôle view-users.")).toBeVisible();
  });

  it("follows the realm in the address", async () => {
    const { requests } = renderAdmin("journal");
    expect(await screen.findByText(/L’accès de Maël Kerbrat s’est ouvert/)).toBeVisible();
    const before = requests.length;
    window.location.hash = "#/rennes/relais/journal";
    await waitFor(() => {
      expect(requests.slice(before).map(({ path }) => path)).toContain("/admin/realms/rennes/relais/me");
    });
  });

  it("manages the members of any group as its managers do", async () => {
    const { requests } = renderAdmin("groups");
    const user = userEvent.setup();
    await user.type(await screen.findByLabelText("Groupe, nom d’établissement ou UAI"), "0359001U_AES");
    await waitFor(() => {
      expect(requests.at(-1)?.query.get("q")).toBe("0359001U_AES");
    });
    await user.click(await screen.findByRole("link", { name: /AESH/ }));
    await user.type(await screen.findByLabelText("Nom ou identifiant"), "guéguen");
    expect(await screen.findByRole("button", { name: "Ajouter Hélène Guéguen" })).toBeVisible();
    expect(screen.queryByRole("option", { name: "Mes établissements" })).toBeNull();
  });

  it("tests, hurries and compares an application", async () => {
    const server = anAdminServer();
    server["POST deliveries/t1/test"] = () => [
      200,
      { good: false, name: "Moodle", version: null, problems: [{ errorMessage: "Le jeton est refusé." }] },
    ];
    let target: object = aTarget();
    server["GET deliveries"] = () => [200, [target]];
    server["POST deliveries/t1/reconcile"] = () => [200, (target = { ...target, reconciliation: { places: 0 } })];
    server["POST deliveries/t1/retry"] = () => [200, (target = { ...target, waiting: 0, failed: 0, error: null })];
    renderAdmin("applications", server);
    const user = userEvent.setup();
    expect(await screen.findByText("L’application ne répond pas.")).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Tester la connexion" }));
    expect(await screen.findByText("Le jeton est refusé.")).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Réessayer maintenant" }));
    expect(await screen.findByText("à jour")).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Tout comparer" }));
    expect(await screen.findByText("demandée")).toBeVisible();
  });

  it("looks again while an application or an import goes on, and no longer", async () => {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    const server = anAdminServer();
    const looks = { deliveries: 0, imports: 0 };
    server["GET deliveries"] = () => [200, [{ ...aTarget(), error: null, waiting: 2 - looks.deliveries++ }]];
    const oneImport = {
      id: "i",
      startedAt: "2026-11-24T08:00:00Z",
      total: 2,
      created: 0,
      changed: 0,
      groups: 0,
      failed: [],
    };
    server["GET schools/imports"] = () => [
      200,
      [{ ...oneImport, done: looks.imports, finishedAt: looks.imports++ > 0 ? "2026-11-24T08:01:00Z" : null }],
    ];
    const { unmount } = renderAdmin("applications", server);
    expect(await screen.findByText("2 personnes")).toBeVisible();
    vi.advanceTimersByTime(5_000);
    expect(await screen.findByText("1 personne")).toBeVisible();
    vi.advanceTimersByTime(5_000);
    expect(await screen.findByText("à jour")).toBeVisible();
    vi.advanceTimersByTime(20_000);
    expect(looks.deliveries).toBe(3);
    unmount();

    renderAdmin("schools/import", server);
    expect(await screen.findByText("0 sur 2")).toBeVisible();
    vi.advanceTimersByTime(5_000);
    expect(await screen.findByText("L’import est terminé.")).toBeVisible();
    vi.useRealTimers();
  });

  it("says what to do where no application is connected", async () => {
    const server = anAdminServer();
    server["GET deliveries"] = () => [200, []];
    renderAdmin("applications", server);
    expect(await screen.findByText(/Aucune application n’est encore raccordée/)).toBeVisible();
  });

  it("shows versions, the age of the index and what should be put right", async () => {
    renderAdmin("status");
    expect(await screen.findByText("Trois établissements n’ont pas de chef.")).toBeVisible();
    expect(screen.getByText("26.7.3")).toBeVisible();
    expect(screen.getByText("2 heures")).toBeVisible();
    expect(screen.getByText("observe")).toBeVisible();
  });

  it("leaves the other tabs in reach of whoever meets one that breaks", async () => {
    const complaints = vi.spyOn(console, "error").mockReturnValue();
    const quiet = (event: Event) => {
      event.preventDefault();
    };
    window.addEventListener("error", quiet);
    const server = anAdminServer();
    let strange = true;
    server["GET status"] = () => [200, strange ? {} : aStatus()];
    renderAdmin("status", server);
    const again = await screen.findByRole("button", { name: "Réessayer" });
    expect(screen.getByRole("link", { name: "Journal" })).toBeVisible();
    strange = false;
    await userEvent.setup().click(again);
    expect(await screen.findByRole("heading", { name: "1 point à corriger" })).toBeVisible();
    window.removeEventListener("error", quiet);
    complaints.mockRestore();
  });

  it("says what the gate will do before it is put up", async () => {
    const server = anAdminServer();
    let installed = false;
    server["GET status"] = () => [200, { ...aStatus(), gate: { installed, observes: false } }];
    server["POST gate"] = () => {
      installed = true;
      return [200, {}];
    };
    renderAdmin("status", server);
    const user = userEvent.setup();
    await user.click(await screen.findByRole("button", { name: "Installer la porte" }));
    const dialog = screen.getByRole("alertdialog", { name: "Installer la porte" });
    expect(dialog).toHaveTextContent("Elle refuse l’entrée des applications");
    expect(installed).toBe(false);
    await user.click(within(dialog).getByRole("button", { name: "Installer la porte" }));
    expect(await screen.findByText("garde")).toBeVisible();
  });

  it("takes what is left out as what is not so", async () => {
    const server = anAdminServer();
    server["GET status"] = () => [
      200,
      { ...aStatus(), warnings: [], directory: { startedAt: "2026-11-24T08:00:00Z", compared: 3, written: 0 } },
    ];
    renderAdmin("status", server);
    expect(await screen.findByText("jamais comparé")).toBeVisible();
    expect(screen.getByText("en cours")).toBeVisible();
    expect(screen.getByRole("button", { name: "Comparer avec tous les comptes" })).toBeDisabled();
  });
});
