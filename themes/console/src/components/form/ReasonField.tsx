import { Button, FormGroup, FormHelperText, HelperText, HelperTextItem, TextInput } from "@patternfly/react-core";
import { useId } from "react";
import type { MessageKey } from "../../messages/i18n";
import { useI18n } from "../provider/I18nProvider";

const USUAL_REASONS: MessageKey[] = ["reason.arrival", "reason.signing", "reason.replacement"];
const MAX_LENGTH = 500;

interface Props {
  value: string;
  onChange: (reason: string) => void;
  required: boolean;
  problem?: string;
}

/** The reason of an access; common reasons are one press away. */
export function ReasonField({ value, onChange, required, problem }: Props) {
  const i18n = useI18n();
  const id = useId();
  return (
    <FormGroup label={i18n.t(required ? "reason.label" : "reason.optional")} fieldId={`${id}-reason`}>
      <div className="relais-chips" role="group" aria-label={i18n.t("reason.usual")}>
        {USUAL_REASONS.map((key) => {
          const text = i18n.t(key);
          return (
            <Button
              key={key}
              variant="tertiary"
              size="sm"
              aria-pressed={value === text}
              className={value === text ? "relais-chip relais-chip--chosen" : "relais-chip"}
              onClick={() => {
                onChange(text);
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
        maxLength={MAX_LENGTH}
        required={required}
        validated={problem ? "error" : "default"}
        aria-describedby={`${id}-help`}
        placeholder={i18n.t("reason.other")}
        onChange={(_, reason) => {
          onChange(reason);
        }}
      />
      <FormHelperText>
        <HelperText>
          <HelperTextItem id={`${id}-help`} variant={problem ? "error" : "default"}>
            {problem ?? i18n.t("reason.help")}
          </HelperTextItem>
        </HelperText>
      </FormHelperText>
    </FormGroup>
  );
}
