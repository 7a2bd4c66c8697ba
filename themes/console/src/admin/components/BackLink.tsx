interface Props {
  to: string;
  text: string;
}

/** To where one came from. */
export function BackLink({ to, text }: Props) {
  return (
    <p className="relais-back">
      <a href={to}>← {text}</a>
    </p>
  );
}
