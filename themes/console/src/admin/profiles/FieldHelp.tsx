import { FormHelperText, HelperText, HelperTextItem } from "@patternfly/react-core";

interface Props {
  id: string;
  problem: string | undefined;
  help: string;
}

/** What a field means, or what is wrong with it. */
export function FieldHelp({ id, problem, help }: Props) {
  return (
    <FormHelperText>
      <HelperText>
        <HelperTextItem id={id} variant={problem ? "error" : "default"}>
          {problem ?? help}
        </HelperTextItem>
      </HelperText>
    </FormHelperText>
  );
}
