import { Button, Form, FormGroup, FormHelperText, HelperText, HelperTextItem, TextInput } from "@patternfly/react-core";
import { useState } from "react";
import { useI18n } from "../provider/I18nProvider";
import type { Addition } from "../basket/basket";

interface Props {
  taken: string[];
  onAdd: (addition: Addition) => void;
}

/** Adds a person who is not in the directory yet: the access waits for the account. */
export function AddByIdentifier({ taken, onAdd }: Props) {
  const i18n = useI18n();
  const [text, setText] = useState("");
  const identifier = text.trim().toLowerCase();
  const problem = /\s/.test(identifier)
    ? i18n.t("identifier.space")
    : taken.includes(identifier)
      ? i18n.t("identifier.twice")
      : undefined;
  return (
    <Form
      className="relais-inline"
      onSubmit={(event) => {
        event.preventDefault();
        if (identifier && !problem) {
          onAdd({ subject: identifier, pending: true, name: identifier, detail: i18n.t("basket.pending") });
          setText("");
        }
      }}
    >
      <FormGroup label={i18n.t("identifier.label")} fieldId="relais-identifier">
        <div className="relais-inline__field">
          <TextInput
            id="relais-identifier"
            value={text}
            maxLength={255}
            autoComplete="off"
            validated={problem ? "error" : "default"}
            aria-describedby="relais-identifier-help"
            onChange={(_, typed) => {
              setText(typed);
            }}
          />
          <Button type="submit" variant="secondary" isDisabled={!identifier || problem !== undefined}>
            {i18n.t("search.add.verb")}
          </Button>
        </div>
        <FormHelperText>
          <HelperText>
            <HelperTextItem id="relais-identifier-help" variant={problem ? "error" : "default"}>
              {problem ?? i18n.t("identifier.help")}
            </HelperTextItem>
          </HelperText>
        </FormHelperText>
      </FormGroup>
    </Form>
  );
}
