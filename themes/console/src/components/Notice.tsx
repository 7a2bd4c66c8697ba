import { Alert, type AlertProps } from "@patternfly/react-core";
import { useWords } from "./Surroundings";

interface Props extends Omit<AlertProps, "variant" | "isInline" | "component"> {
  variant: "success" | "info" | "warning" | "danger";
  /** Whether it appears by what people do or by itself, and is to be read out then. */
  live?: boolean;
}

/** A message in the page; its kind is said in words too. */
export function Notice({ variant, live, ...props }: Props) {
  const words = useWords();
  const role = live ? (variant === "success" || variant === "info" ? "status" : "alert") : undefined;
  return (
    <Alert
      {...props}
      isInline
      component="p"
      role={role}
      variant={variant}
      variantLabel={words.t("notice.label", { kind: words.t(`notice.${variant}`) })}
    />
  );
}
