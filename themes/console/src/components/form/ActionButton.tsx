import { Button, type ButtonProps } from "@patternfly/react-core";
import { useI18n } from "../provider/I18nProvider";

interface Props extends Omit<ButtonProps, "isLoading"> {
  busy: boolean;
}

/** A button that shows that its action is running, and keeps the focus meanwhile. */
export function ActionButton({ busy, ...props }: Props) {
  const i18n = useI18n();
  return (
    <Button
      {...props}
      isLoading={busy}
      isAriaDisabled={busy}
      spinnerAriaValueText={i18n.t("loading")}
      spinnerAriaLabel={i18n.t("loading")}
    />
  );
}
