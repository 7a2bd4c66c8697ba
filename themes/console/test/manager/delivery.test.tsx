import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { aGrant, aGroup, aSibling } from "../support/fixtures";
import { aServer, renderApp } from "../support/renderApp";

describe("whoever gave an access", () => {
  it("is told what an application that is to be told will do", async () => {
    const server = aServer();
    const told = (state: "DONE" | "FAILING", text: string) => [
      { clientId: "m", name: "Moodle", delivery: { state, text } },
    ];
    server["GET groups/g1"] = () => [
      200,
      {
        ...aGroup(),
        applications: told("DONE", "Fait"),
        together: [
          {
            ...aSibling(),
            applications: [
              { ...told("FAILING", "Pix ne répond pas, nouvel essai à 10:42")[0], clientId: "p", name: "Pix" },
            ],
          },
        ],
      },
    ];
    server["POST groups/g1/changes"] = () => [200, { granted: [aGrant("Hélène Guéguen")], ended: [] }];
    renderApp("#/groups/g1", server);
    const user = userEvent.setup();
    await user.type(await screen.findByLabelText("Nom ou identifiant"), "guéguen");
    await user.click(await screen.findByRole("button", { name: "Ajouter Hélène Guéguen" }));
    await user.click(screen.getByRole("button", { name: "Valider" }));
    const next = (await screen.findByText("Et maintenant")).parentElement;
    expect(next).toHaveTextContent("Moodle : ouvert dans les minutes qui suivent ; Relais prévient l’application.");
    expect(next).toHaveTextContent("Pix : Pix ne répond pas, nouvel essai à 10:42");
    expect(screen.getByRole("region", { name: "Ce que ce groupe ouvre" })).not.toHaveTextContent("Fait");
  });
});
