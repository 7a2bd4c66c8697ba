import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { renderAdmin, anAdminServer, anAdministrator } from "../support/renderAdmin";
import { aGrant } from "../support/fixtures";

describe("the accesses of a realm", () => {
  it("are those that run, unless the address says otherwise", async () => {
    const { requests, unmount } = renderAdmin("access");
    expect(await screen.findByRole("link", { name: "Maël Kerbrat" })).toHaveAttribute(
      "href",
      "#/academie/relais/access/grant%20of%20Ma%C3%ABl%20Kerbrat",
    );
    expect(requests.find(({ path }) => path === "grants")?.query.toString()).toBe("status=ACTIVE");
    unmount();

    const other = renderAdmin("access?status=ALL&school=0359001U&profile=AES&endingBefore=2027-01-01");
    await screen.findByRole("table", { name: "Accès" });
    expect(other.requests.find(({ path }) => path === "grants")?.query.toString()).toBe(
      "school=0359001U&profile=AES&endingBefore=2027-01-01",
    );
  });

  it("are renewed together, and those that cannot be are told", async () => {
    const server = anAdminServer();
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
    const { requests } = renderAdmin("access", server);
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
    expect(requests.find(({ path }) => path === "grants/renew")?.body).toEqual({
      ids: [aGrant().id, aGrant("Soizic Le Dantec").id],
      endsOn: "2027-08-31",
    });
    await waitFor(() => {
      expect(requests.filter(({ path, method }) => path === "grants" && method === "GET").length).toBeGreaterThan(2);
    });
  });

  it("are chosen up to a number, which is said", async () => {
    const server = anAdminServer();
    const page = Array.from({ length: 100 }, (_, n) => n);
    server["GET grants"] = ({ query }) => {
      const from = Number(query.get("cursor") ?? 0);
      const items = page.map((n) => ({ ...aGrant(), id: String(from + n) })).slice(0, query.has("max") ? 100 : 2);
      return [200, { items, next: String(from + 100) }];
    };
    const { requests } = renderAdmin("access", server);
    await userEvent.setup().click(await screen.findByRole("button", { name: "Choisir tous les accès trouvés" }));
    expect(await screen.findByText(/^5.000 accès choisis – les 5.000 premiers trouvés/)).toBeVisible();
    expect(requests.filter(({ query }) => query.get("max") === "100")).toHaveLength(50);
  });

  it("are changed from where it stopped, and Escape does not hide it", async () => {
    const server = anAdminServer();
    const all = Array.from({ length: 501 }, (_, n) => ({ ...aGrant(), id: `g${String(n)}` }));
    server["GET grants"] = ({ query }) => [200, { items: query.has("max") ? all : all.slice(0, 2), next: null }];
    const sent: string[][] = [];
    let answer: (status: number) => void = () => undefined;
    server["POST grants/end"] = ({ body }) => {
      const { ids } = body as { ids: string[] };
      sent.push(ids);
      const lines = ids.map((grantId) => ({ grantId, grant: null, outcome: "DONE", errors: [] }));
      return new Promise((resolve) => {
        answer = (status) => {
          resolve([status, { lines, next: null }]);
        };
      });
    };
    renderAdmin("access", server);
    const user = userEvent.setup();
    await user.click(await screen.findByRole("button", { name: "Choisir tous les accès trouvés" }));
    await user.click(await screen.findByRole("button", { name: "Terminer" }));
    const dialog = screen.getByRole("alertdialog");
    await user.click(within(dialog).getByRole("button", { name: "Terminer l’accès" }));
    fireEvent(dialog, new Event("cancel", { cancelable: true }));
    expect(screen.getByRole("alertdialog")).toBeVisible();
    answer(200);
    await waitFor(() => {
      expect(sent).toHaveLength(2);
    });
    answer(503);
    await user.click(await within(dialog).findByRole("button", { name: "Réessayer" }));
    answer(200);

    expect(await screen.findByText("501 accès sont terminés.")).toBeVisible();
    expect(sent.map((ids) => [ids[0], ids.length])).toEqual([
      ["g0", 500],
      ["g500", 1],
      ["g500", 1],
    ]);
  });

  it("show nothing to change to whoever only reads", async () => {
    const server = anAdminServer();
    server["GET me"] = () => [200, { ...anAdministrator(), mayManage: false, mayConfigure: false }];
    const { unmount } = renderAdmin("access", server);
    await screen.findByRole("link", { name: "Maël Kerbrat" });
    expect(screen.queryByRole("checkbox")).toBeNull();
    expect(screen.queryByRole("link", { name: "Importer des accès" })).toBeNull();
    expect(screen.getByRole("button", { name: "Exporter en CSV" })).toBeVisible();
    unmount();

    renderAdmin("access/g", server);
    expect(await screen.findByRole("heading", { name: "Maël Kerbrat – 0359001U_AES" })).toBeVisible();
    expect(screen.queryByRole("button", { name: "Terminer l’accès" })).toBeNull();
  });

  it("are opened with their history", async () => {
    renderAdmin("access/g");
    expect(await screen.findByText(/a donné un accès à Maël Kerbrat jusqu’au 22 janvier 2027/)).toBeVisible();
    expect(screen.getByText("vendredi 22 janvier 2027")).toBeVisible();
    expect(screen.getByRole("button", { name: "Terminer l’accès" })).toBeVisible();
  });

  it("that have ended by themselves name nobody", async () => {
    const server = anAdminServer();
    const over = { status: "ENDED", endCause: "EXPIRED", endedAt: "2027-01-22T23:00:00Z" };
    server["GET grants/g"] = () => [200, { ...aGrant(), id: "g", ...over, endedBy: { id: "system", name: null } }];
    renderAdmin("access/g", server);
    expect(await screen.findByText(/^par Relais, le/)).toBeVisible();
  });

  it("of the end of the school year are one press away", async () => {
    const { requests } = renderAdmin("access");
    await userEvent.setup().click(await screen.findByRole("button", { name: "Fin d’année scolaire" }));
    expect(await screen.findByText(/qui se terminent au plus tard le 31 août/)).toBeVisible();
    expect(requests.at(-1)?.query.get("endingBefore")).toMatch(/^\d{4}-09-01$/);
    expect(window.location.hash).toMatch(/endingBefore=\d{4}-09-01$/);
  });

  it("that are chosen are no longer chosen when others are shown", async () => {
    renderAdmin("access");
    const user = userEvent.setup();
    await user.click(await screen.findByRole("checkbox", { name: /Maël Kerbrat/ }));
    expect(screen.getByText("1 accès choisi")).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Fin d’année scolaire" }));
    expect(await screen.findByText("0 accès choisi")).toBeVisible();
    expect(screen.queryByRole("button", { name: "Terminer" })).toBeNull();
  });

  it("come from a file, after a look at what it would do", async () => {
    const server = anAdminServer();
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
    const { requests } = renderAdmin("access/import", server);
    const user = userEvent.setup();
    const file = new File(["identifier;uai;suffix"], "acces.csv", { type: "text/csv" });
    await user.upload(await screen.findByLabelText("Choisir un fichier CSV"), file);
    expect(await screen.findByText("1 ligne peut être importée.")).toBeVisible();
    expect(screen.getAllByRole("row")[1]).toHaveTextContent("Pas d’établissement.");
    const saved = vi.fn(() => "blob:here");
    vi.stubGlobal("URL", Object.assign(URL, { createObjectURL: saved, revokeObjectURL: vi.fn() }));
    await user.click(screen.getByRole("button", { name: /Enregistrer les lignes refusées/ }));
    expect(saved).toHaveBeenCalledOnce();
    expect(requests.filter(({ path }) => path === "grants/import")).toHaveLength(1);

    await user.click(screen.getByRole("button", { name: "Donner 1 accès" }));
    expect(await screen.findByText("1 accès est donné.")).toBeVisible();
    expect(requests.filter(({ path }) => path === "grants/import").map(({ query }) => query.get("dryRun"))).toEqual([
      "true",
      "false",
    ]);
    expect(requests.at(-1)?.headers["Content-Type"]).toBe("text/csv");
  });
});
