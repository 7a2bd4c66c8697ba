import { Button, type ButtonProps } from "@patternfly/react-core";
import { useWords } from "./Surroundings";

interface Props extends Omit<ButtonProps, "isLoading"> {
  busy: boolean;
}

/** A button for something that takes a moment, and shows that it does; it keeps the focus meanwhile. */
export function ActButton({ busy, ...props }: Props) {
  const words = useWords();
  return (
    <Button
      {...props}
      isLoading={busy}
      isAriaDisabled={busy}
      spinnerAriaValueText={words.t("loading")}
      spinnerAriaLabel={words.t("loading")}
    />
  );
}
