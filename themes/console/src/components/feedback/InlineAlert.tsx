import { Alert, type AlertProps } from "@patternfly/react-core";
import { useI18n } from "../provider/I18nProvider";

interface Props extends Omit<AlertProps, "variant" | "isInline" | "component"> {
  variant: "success" | "info" | "warning" | "danger";
  /** Whether screen readers read it out when it appears. */
  live?: boolean;
}

/** A message in the page; screen readers also hear its kind. */
export function InlineAlert({ variant, live, ...props }: Props) {
  const i18n = useI18n();
  const role = live ? (variant === "success" || variant === "info" ? "status" : "alert") : undefined;
  return (
    <Alert
      {...props}
      isInline
      component="p"
      role={role}
      variant={variant}
      variantLabel={i18n.t("notice.label", { kind: i18n.t(`notice.${variant}`) })}
    />
  );
}
