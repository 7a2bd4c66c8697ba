import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { administer, anAdministeredServer, anAdministrator } from "./administration";
import { aGrant } from "./nouns";

describe("the accesses of a realm", () => {
  it("are those that run, unless the address says otherwise", async () => {
    const { asked, unmount } = administer("access");
    expect(await screen.findByRole("link", { name: "Maël Kerbrat" })).toHaveAttribute(
      "href",
      "#/academie/relais/access/grant%20of%20Ma%C3%ABl%20Kerbrat",
    );
    expect(asked.find(({ path }) => path === "grants")?.query.toString()).toBe("status=ACTIVE");
    unmount();

    const other = administer("access?status=ALL&school=0359001U&profile=AES&endingBefore=2027-01-01");
    await screen.findByRole("table", { name: "Accès" });
    expect(other.asked.find(({ path }) => path === "grants")?.query.toString()).toBe(
      "school=0359001U&profile=AES&endingBefore=2027-01-01",
    );
  });

  it("are renewed together, and those that cannot be are told", async () => {
    const server = anAdministeredServer();
    server["POST grants/renew"] = () => [
      200,
      {
        dryRun: false,
        done: 1,
        refused: 1,
        lines: [
          { grantId: aGrant().id, grant: aGrant(), outcome: "DONE", errors: [] },
          {
            grantId: aGrant("Soizic Le Dantec").id,
            grant: null,
            outcome: "REFUSED",
            errors: [{ errorMessage: "Le 31 août est trop tard pour le profil AES." }],
          },
        ],
        next: null,
      },
    ];
    const { asked } = administer("access", server);
    const user = userEvent.setup();
    await user.click(await screen.findByRole("button", { name: "Choisir tous les accès trouvés" }));
    expect(await screen.findByText("2 accès choisis")).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Prolonger" }));
    const dialog = screen.getByRole("dialog", { name: "Prolonger 2 accès" });
    const day = within(dialog).getByLabelText("Dernier jour");
    await user.clear(day);
    await user.type(day, "2027-08-31");
    await user.click(within(dialog).getByRole("button", { name: "Prolonger" }));

    expect(await screen.findByText("1 accès est prolongé.")).toBeVisible();
    expect(screen.getByText("Le 31 août est trop tard pour le profil AES.").closest("li")).toHaveTextContent("Soizic");
    expect(asked.find(({ path }) => path === "grants/renew")?.body).toEqual({
      ids: [aGrant().id, aGrant("Soizic Le Dantec").id],
      endsOn: "2027-08-31",
    });
    await waitFor(() => {
      expect(asked.filter(({ path, method }) => path === "grants" && method === "GET").length).toBeGreaterThan(2);
    });
  });

  it("show nothing to change to whoever only reads", async () => {
    const server = anAdministeredServer();
    server["GET me"] = () => [200, { ...anAdministrator(), mayManage: false, mayConfigure: false }];
    const { unmount } = administer("access", server);
    await screen.findByRole("link", { name: "Maël Kerbrat" });
    expect(screen.queryByRole("checkbox")).toBeNull();
    expect(screen.queryByRole("link", { name: "Importer des accès" })).toBeNull();
    expect(screen.getByRole("button", { name: "Exporter en CSV" })).toBeVisible();
    unmount();

    administer("access/g", server);
    expect(await screen.findByRole("heading", { name: "Maël Kerbrat – 0359001U_AES" })).toBeVisible();
    expect(screen.queryByRole("button", { name: "Terminer l’accès" })).toBeNull();
  });

  it("are opened with their history", async () => {
    administer("access/g");
    expect(await screen.findByText(/a donné un accès à Maël Kerbrat jusqu’au 22 janvier 2027/)).toBeVisible();
    expect(screen.getByText("vendredi 22 janvier 2027")).toBeVisible();
    expect(screen.getByRole("button", { name: "Terminer l’accès" })).toBeVisible();
  });

  it("of the end of the school year are one press away", async () => {
    const { asked } = administer("access");
    await userEvent.setup().click(await screen.findByRole("button", { name: "Fin d’année scolaire" }));
    expect(await screen.findByText(/qui se terminent au plus tard le 31 août/)).toBeVisible();
    expect(asked.at(-1)?.query.get("endingBefore")).toMatch(/^\d{4}-09-01$/);
    expect(window.location.hash).toMatch(/endingBefore=\d{4}-09-01$/);
  });

  it("come from a file, after a look at what it would do", async () => {
    const server = anAdministeredServer();
    const line = { identifier: "helene", uai: "0359001U", suffix: "AES", grantId: null, errors: [] };
    server["POST grants/import"] = ({ query }) => {
      const dryRun = query.get("dryRun") === "true";
      const refused = { ...line, line: 3, outcome: "REFUSED", errors: [{ errorMessage: "Pas d’établissement." }] };
      const taken = { ...line, line: 2, outcome: dryRun ? "POSSIBLE" : "GIVEN" };
      return [
        200,
        { dryRun, given: dryRun ? 0 : 1, awaited: 0, refused: 1, lines: [taken, refused], refusedCsv: "identifier" },
      ];
    };
    const { asked } = administer("access/import", server);
    const user = userEvent.setup();
    const file = new File(["identifier;uai;suffix"], "acces.csv", { type: "text/csv" });
    await user.upload(await screen.findByLabelText("Choisir un fichier CSV"), file);
    expect(await screen.findByText("1 ligne peut être importée.")).toBeVisible();
    expect(screen.getAllByRole("row")[1]).toHaveTextContent("Pas d’établissement.");
    const saved = vi.fn(() => "blob:here");
    vi.stubGlobal("URL", Object.assign(URL, { createObjectURL: saved, revokeObjectURL: vi.fn() }));
    await user.click(screen.getByRole("button", { name: /Enregistrer les lignes refusées/ }));
    expect(saved).toHaveBeenCalledOnce();
    expect(asked.filter(({ path }) => path === "grants/import")).toHaveLength(1);

    await user.click(screen.getByRole("button", { name: "Donner 1 accès" }));
    expect(await screen.findByText("1 accès est donné.")).toBeVisible();
    expect(asked.filter(({ path }) => path === "grants/import").map(({ query }) => query.get("dryRun"))).toEqual([
      "true",
      "false",
    ]);
    expect(asked.at(-1)?.headers["Content-Type"]).toBe("text/csv");
  });
});
