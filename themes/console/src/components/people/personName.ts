interface Named {
  name?: string | null;
  username?: string | null;
  nameDeclared?: boolean | null;
}

/** What to call somebody: by name, or by the identifier where the person may have chosen the name. */
export function calledName(person: Named) {
  return (person.nameDeclared ? person.username : person.name) ?? person.name ?? person.username ?? "";
}
