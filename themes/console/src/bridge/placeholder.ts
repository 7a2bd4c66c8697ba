/** What an element shows before its page is loaded. The page brings its own messages, so these few are here. */
const TEXTS = {
  fr: {
    loading: "Chargement…",
    failed: "La page n’a pas pu être chargée. Vérifiez votre connexion, puis rechargez la page.",
    reload: "Recharger la page",
  },
  en: {
    loading: "Loading…",
    failed: "The page could not be loaded. Check your connection, then reload the page.",
    reload: "Reload the page",
  },
};

export function showLoading(element: HTMLElement, locale: string) {
  element.replaceChildren(area("status", message(locale, "loading")));
}

export function showFailed(element: HTMLElement, locale: string) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "pf-v5-c-button pf-m-primary";
  button.textContent = textsOf(locale).reload;
  button.addEventListener("click", () => {
    window.location.reload();
  });
  element.replaceChildren(area("alert", message(locale, "failed")), area(undefined, button));
}

function area(role: string | undefined, content: HTMLElement) {
  const area = document.createElement("div");
  area.className = "pf-v5-c-page__main-section pf-m-light";
  if (role) {
    area.setAttribute("role", role);
  }
  area.append(content);
  return area;
}

function message(locale: string, text: "loading" | "failed") {
  const paragraph = document.createElement("p");
  paragraph.lang = languageOf(locale);
  paragraph.textContent = textsOf(locale)[text];
  return paragraph;
}

function textsOf(locale: string) {
  return TEXTS[languageOf(locale)];
}

function languageOf(locale: string) {
  return locale.toLowerCase().startsWith("fr") ? "fr" : "en";
}
