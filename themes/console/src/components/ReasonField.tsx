import { Button, FormGroup, FormHelperText, HelperText, HelperTextItem, TextInput } from "@patternfly/react-core";
import { useId } from "react";
import type { Key } from "../messages/words";
import { useWords } from "./Surroundings";

const USUAL: Key[] = ["reason.arrival", "reason.signing", "reason.replacement"];
const LONGEST = 500;

interface Props {
  value: string;
  change: (reason: string) => void;
  required: boolean;
  problem?: string;
}

/** Why; the usual reasons are one press away. */
export function ReasonField({ value, change, required, problem }: Props) {
  const words = useWords();
  const id = useId();
  return (
    <FormGroup label={words.t(required ? "reason.label" : "reason.optional")} fieldId={`${id}-reason`}>
      <div className="relais-chips" role="group" aria-label={words.t("reason.usual")}>
        {USUAL.map((key) => {
          const text = words.t(key);
          return (
            <Button
              key={key}
              variant="tertiary"
              size="sm"
              aria-pressed={value === text}
              className={value === text ? "relais-chip relais-chip--chosen" : "relais-chip"}
              onClick={() => {
                change(text);
              }}
            >
              {text}
            </Button>
          );
        })}
      </div>
      <TextInput
        id={`${id}-reason`}
        value={value}
        maxLength={LONGEST}
        required={required}
        validated={problem ? "error" : "default"}
        aria-describedby={`${id}-help`}
        placeholder={words.t("reason.other")}
        onChange={(_, reason) => {
          change(reason);
        }}
      />
      <FormHelperText>
        <HelperText>
          <HelperTextItem id={`${id}-help`} variant={problem ? "error" : "default"}>
            {problem ?? words.t("reason.help")}
          </HelperTextItem>
        </HelperText>
      </FormHelperText>
    </FormGroup>
  );
}
