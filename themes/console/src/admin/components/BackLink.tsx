interface Props {
  to: string;
  text: string;
}

/** The link back to the list. */
export function BackLink({ to, text }: Props) {
  return (
    <p className="relais-back">
      <a href={to}>← {text}</a>
    </p>
  );
}
