// What an application sees: authorization code with PKCE, then the claims of both tokens.
// The tokens live in memory only; what must survive the redirect lies in the tab's session storage.

const texts = {
  fr: {
    title: "Que voit l’application ?",
    lead: "Connectez-vous à une application comme le ferait une personne de l’établissement, et lisez ce que Keycloak lui dit d’elle.",
    application: "Application",
    signIn: "Se connecter",
    hint: "Toutes les personnes de la démonstration ont le mot de passe « demo ».",
    groups: "Groupes reçus",
    noGroup: "Aucun : rien n’ouvre cette application à cette personne.",
    refresh: "Rafraîchir le jeton",
    signOut: "Se déconnecter",
    accessToken: "Jeton d’accès",
    idToken: "Jeton d’identité",
    signedIn: (until) => `Jeton valable jusqu’à ${until}.`,
    where: (application) => `Connexion à ${application}`,
    refused: (why) => `Keycloak a refusé : ${why}`,
    unreachable: (address) => `Keycloak ne répond pas à l’adresse ${address}.`,
    unexpected: "Cette réponse n’appartient pas à la demande de cette page. Recommencez la connexion.",
  },
  en: {
    title: "What does the application see?",
    lead: "Sign in to an application as somebody of the school would, and read what Keycloak tells it about them.",
    application: "Application",
    signIn: "Sign in",
    hint: "Everybody in the demo has the password “demo”.",
    groups: "Groups received",
    noGroup: "None: nothing opens this application to this person.",
    refresh: "Refresh the token",
    signOut: "Sign out",
    accessToken: "Access token",
    idToken: "ID token",
    signedIn: (until) => `Token valid until ${until}.`,
    where: (application) => `Signed in to ${application}`,
    refused: (why) => `Keycloak refused: ${why}`,
    unreachable: (address) => `Keycloak does not answer at ${address}.`,
    unexpected: "This answer does not belong to this page’s request. Sign in again.",
  },
};

const pageAddress = location.origin + location.pathname;
const dates = new Set(["exp", "iat", "auth_time", "nbf"]);
const $ = (id) => document.getElementById(id);

let language = localStorage.getItem("language") ?? (/^fr/i.test(navigator.language) ? "fr" : "en");
let keycloak = { keycloak: "http://localhost:8080", realm: "academie" };
let session = null; // { client, tokens }
let failure = null; // a function of the texts

class Refusal extends Error {}

// --- OpenID Connect

const endpoint = (name) => `${keycloak.keycloak}/realms/${encodeURIComponent(keycloak.realm)}/protocol/openid-connect/${name}`;

const base64url = (bytes) =>
  btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

const secret = () => base64url(crypto.getRandomValues(new Uint8Array(32)));

const sha256 = async (text) => new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));

function claimsOf(token) {
  const payload = token.split(".")[1].replaceAll("-", "+").replaceAll("_", "/");
  const bytes = Uint8Array.from(atob(payload), (character) => character.charCodeAt(0));
  return JSON.parse(new TextDecoder().decode(bytes));
}

async function signIn(client) {
  const request = { client, state: secret(), nonce: secret(), verifier: secret() };
  sessionStorage.setItem("request", JSON.stringify(request));
  location.assign(`${endpoint("auth")}?${new URLSearchParams({
    client_id: client,
    redirect_uri: pageAddress,
    response_type: "code",
    scope: "openid",
    state: request.state,
    nonce: request.nonce,
    code_challenge: base64url(await sha256(request.verifier)),
    code_challenge_method: "S256",
    ui_locales: language,
  })}`);
}

async function finishSignIn(answer) {
  const request = JSON.parse(sessionStorage.getItem("request"));
  sessionStorage.removeItem("request");
  history.replaceState(null, "", pageAddress);
  if (request?.client) $("client").value = request.client;
  if (!request || answer.get("state") !== request.state) throw unexpected();
  if (answer.has("error")) throw refusal(answer.get("error_description") ?? answer.get("error"));

  const tokens = await ask({
    grant_type: "authorization_code",
    client_id: request.client,
    code: answer.get("code"),
    code_verifier: request.verifier,
    redirect_uri: pageAddress,
  });
  if (claimsOf(tokens.id_token).nonce !== request.nonce) throw unexpected();
  session = { client: request.client, tokens };
}

async function refresh() {
  const { client, tokens } = session;
  try {
    const fresh = await ask({ grant_type: "refresh_token", client_id: client, refresh_token: tokens.refresh_token });
    session = { client, tokens: { ...tokens, ...fresh } };
  } catch (refused) {
    if (refused instanceof Refusal) session = null;
    throw refused;
  }
}

function signOut() {
  location.assign(`${endpoint("logout")}?${new URLSearchParams({
    client_id: session.client,
    id_token_hint: session.tokens.id_token,
    post_logout_redirect_uri: pageAddress,
  })}`);
}

async function ask(parameters) {
  const address = endpoint("token");
  const response = await fetch(address, { method: "POST", body: new URLSearchParams(parameters) }).catch(() => {
    throw Object.assign(new Error(address), { text: (t) => t.unreachable(keycloak.keycloak) });
  });
  const answer = await response.json();
  if (!response.ok) throw refusal(answer.error_description ?? answer.error);
  return answer;
}

const refusal = (why) => Object.assign(new Refusal(why), { text: (t) => t.refused(why) });

const unexpected = () => Object.assign(new Error("unexpected"), { text: (t) => t.unexpected });

// --- The page

const instant = (seconds) =>
  new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "medium" }).format(new Date(seconds * 1000));

function element(name, text, className = "") {
  const made = document.createElement(name);
  made.textContent = text;
  made.className = className;
  return made;
}

function written(claim, value) {
  if (dates.has(claim)) return `${instant(value)} (${value})`;
  return typeof value === "string" ? value : JSON.stringify(value, null, 2);
}

/** The groups first, the rest in the order of the token. */
function showClaims(list, claims) {
  const names = Object.keys(claims).sort((a, b) => (b === "groups") - (a === "groups"));
  list.replaceChildren(
    ...names.map((name) => {
      const line = element("div", "", name === "groups" ? "highlight" : "");
      line.append(element("dt", name), element("dd", written(name, claims[name])));
      return line;
    }),
  );
}

function showSession(t) {
  const access = claimsOf(session.tokens.access_token);
  const identity = claimsOf(session.tokens.id_token);
  const groups = [access.groups ?? identity.groups ?? []].flat();
  $("who").textContent = identity.name ?? identity.preferred_username ?? identity.sub;
  $("where").textContent = t.where($("client").selectedOptions[0].textContent);
  $("groups").replaceChildren(
    ...groups.map((group) => element("li", typeof group === "string" ? group : JSON.stringify(group))),
  );
  $("groups").hidden = groups.length === 0;
  $("no-group").hidden = groups.length > 0;
  $("status").textContent = t.signedIn(instant(access.exp));
  showClaims($("access"), access);
  showClaims($("identity"), identity);
}

function show() {
  const t = texts[language];
  document.documentElement.lang = language;
  document.title = language === "fr" ? "Relais – démonstration" : "Relais – demo";
  document.querySelectorAll("[data-text]").forEach((node) => (node.textContent = t[node.dataset.text]));
  document
    .querySelectorAll("[data-language]")
    .forEach((button) => button.setAttribute("aria-pressed", String(button.dataset.language === language)));
  $("error").hidden = !failure;
  $("error").textContent = failure ? failure(t) : "";
  $("sign-in").hidden = session !== null;
  $("session").hidden = session === null;
  if (session) showSession(t);
}

async function attempt(work) {
  failure = null;
  try {
    await work();
  } catch (error) {
    failure = error.text ?? (() => error.message);
  }
  show();
}

document.querySelectorAll("[data-language]").forEach((button) =>
  button.addEventListener("click", () => {
    language = button.dataset.language;
    localStorage.setItem("language", language);
    show();
  }),
);
$("sign-in").addEventListener("submit", (event) => {
  event.preventDefault();
  attempt(() => signIn($("client").value));
});
$("refresh").addEventListener("click", () => attempt(refresh));
$("sign-out").addEventListener("click", signOut);

const config = await fetch("config.json").then((response) => (response.ok ? response.json() : {}), () => ({}));
keycloak = { ...keycloak, ...config };
const answer = new URLSearchParams(location.search);
await attempt(async () => {
  if (answer.has("state")) await finishSignIn(answer);
});
if (session) $("who").focus();
