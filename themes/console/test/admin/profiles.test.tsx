import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { renderAdmin, anAdminServer, anAdministrator, aPlan, aProfile } from "../support/renderAdmin";

describe("profiles", () => {
  it("are listed with what they open, clients that do not exist too", async () => {
    renderAdmin("profiles");
    expect(await screen.findByText("cantine (client inconnu)")).toBeVisible();
    expect(screen.getByText("1 établissement")).toBeVisible();
  });

  it("show what saving comes to before they are saved", async () => {
    const server = anAdminServer();
    server["GET components/c-aes"] = () => [200, { id: "c-aes", name: "AES", config: { clients: ["pronote-{uai}"] } }];
    server["POST profiles/preview"] = () => [
      200,
      {
        groups: 3,
        leavesItsGroups: false,
        lacking: 0,
        grants: 12,
        opens: [{ clientId: "moodle", perSchool: false, exists: true }],
        closes: [],
        guards: [{ clientId: "moodle", perSchool: false, exists: true }],
      },
    ];
    server["PUT components/c-aes"] = () => [204, ""];
    const { requests } = renderAdmin("profiles/c-aes", server);
    const user = userEvent.setup();
    await user.type(await screen.findByLabelText("Applications ouvertes"), "\nmoodle");
    await user.click(screen.getByRole("button", { name: "Voir les conséquences" }));
    const dialog = await screen.findByRole("dialog", { name: "Ce que change l’enregistrement" });
    expect(dialog).toHaveTextContent("12 accès anticipés y sont en cours.");
    expect(dialog).toHaveTextContent("La porte garde désormais : moodle.");
    expect(requests.some(({ method }) => method === "PUT")).toBe(false);
    await user.click(within(dialog).getByRole("button", { name: "Enregistrer" }));
    await waitFor(() => {
      expect(window.location.hash).toBe("#/academie/relais/profiles");
    });
    expect(requests.find(({ method }) => method === "PUT")?.body).toMatchObject({
      providerId: "relais-profile",
      config: { suffix: ["AES"], clients: ["pronote-{uai}", "moodle"], defaultDays: ["60"] },
    });
  });

  it("show what the factory refuses beside the field", async () => {
    const server = anAdminServer();
    server["POST profiles/preview"] = () => [400, { errorMessage: "AES existe déjà.", field: "suffix" }];
    renderAdmin("profiles/new", server);
    const user = userEvent.setup();
    const suffix = await screen.findByLabelText("Suffixe");
    await user.type(suffix, "AES");
    await user.click(screen.getByRole("button", { name: "Voir les conséquences" }));
    expect(await screen.findByText("AES existe déjà.")).toBeVisible();
    await waitFor(() => {
      expect(suffix).toHaveFocus();
    });
    expect(suffix).toHaveAccessibleDescription("AES existe déjà.");
  });

  it("are only read by whoever may not configure the realm", async () => {
    const server = anAdminServer();
    server["GET me"] = () => [200, { ...anAdministrator(), mayConfigure: false }];
    server["GET profiles"] = () => [200, [aProfile()]];
    renderAdmin("profiles", server);
    await screen.findByText("AES");
    expect(screen.queryByRole("link", { name: "AES" })).toBeNull();
    expect(screen.queryByRole("link", { name: "Nouveau profil" })).toBeNull();
  });
});

describe("schools", () => {
  it("tell who heads them and create the groups they lack", async () => {
    const server = anAdminServer();
    server["POST schools/0359001U/groups"] = () => [200, [{}, {}]];
    renderAdmin("schools", server);
    expect(await screen.findByText("Nolwenn Le Goff")).toBeVisible();
    await userEvent.setup().click(screen.getByRole("button", { name: "Créer 2 groupes de Collège des Bruyères" }));
    expect(await screen.findByText("2 groupes sont créés.")).toBeInTheDocument();
  });

  it("come from a file, with progress until they are there", async () => {
    const server = anAdminServer();
    const started = {
      id: "i1",
      startedBy: null,
      startedAt: "2026-11-24T08:00:00Z",
      finishedAt: null,
      total: 1,
      done: 0,
      created: 0,
      changed: 0,
      groups: 0,
      failed: [],
    };
    server["POST schools/import"] = ({ query }) => [
      200,
      query.get("dryRun") === "true" ? aPlan() : { ...aPlan(), dryRun: false, started },
    ];
    server["GET schools/imports/i1"] = () => [
      200,
      { ...started, done: 1, created: 1, groups: 10, finishedAt: "2026-11-24T08:00:02Z" },
    ];
    const { requests } = renderAdmin("schools/import", server);
    const user = userEvent.setup();
    await user.upload(await screen.findByLabelText("Choisir un fichier CSV"), new File(["uai;name"], "ecoles.csv"));
    expect(await screen.findByText("« 035 » n’est pas une UAI.")).toBeVisible();
    expect(screen.getByText("Lycée neuf")).toBeVisible();
    await user.click(screen.getByLabelText("Créer les groupes de chaque établissement"));
    await waitFor(() => {
      expect(requests.at(-1)?.query.get("groups")).toBe("false");
    });
    await user.click(await screen.findByRole("button", { name: "Importer" }));
    expect(await screen.findByText("L’import est terminé.")).toBeVisible();
    expect(screen.getByText(/Groupes créés : 10/)).toBeVisible();
  });

  it("say how many of the lines of a large file they show", async () => {
    const server = anAdminServer();
    let plan = aPlan();
    server["POST schools/import"] = () => [200, plan];
    const { unmount } = renderAdmin("schools/import", server);
    const file = new File(["uai;name"], "ecoles.csv");
    await userEvent.setup().upload(await screen.findByLabelText("Choisir un fichier CSV"), file);
    await screen.findByText("« 035 » n’est pas une UAI.");
    expect(screen.queryByText(/premières lignes/)).toBeNull();
    unmount();

    plan = { ...aPlan(), created: 900, refused: 700 };
    renderAdmin("schools/import", server);
    await userEvent.setup().upload(await screen.findByLabelText("Choisir un fichier CSV"), file);
    expect(await screen.findAllByText("Les 1 premières lignes sont affichées.")).toHaveLength(2);
  });
});
