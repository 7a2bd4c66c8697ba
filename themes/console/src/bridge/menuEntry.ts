import { toHash, parseHash } from "./address";
import { canViewSection } from "./capability";
import { setting } from "./console";

/** Entries of the console's menu after which ours may be, the best first: not everybody sees all of them. */
const NEIGHBOURS = ["events", "sessions", "groups", "users", "roles", "client-scopes", "clients"];

const ID = "nav-item-relais";

/** Keeps our entry in the console's menu, for people who may see the section. */
export function maintainMenuEntry(label: () => string) {
  const update = () => {
    const { realm, section } = shown();
    const beside = NEIGHBOURS.map((name) => document.getElementById(`nav-item-${name}`)?.closest("li")).find(Boolean);
    if (!beside || !realm) {
      return;
    }
    void canViewSection(realm).then(
      (may) => {
        const entry = document.getElementById(ID)?.closest("li");
        if (!may) {
          entry?.remove();
        } else if (beside.isConnected && shown().realm === realm) {
          show(entry ?? create(), beside, {
            label: label(),
            hash: toHash({ realm, path: [] }),
            current: Boolean(section),
          });
        }
      },
      () => undefined,
    );
  };
  new MutationObserver(update).observe(document.getElementById("app") ?? document.body, {
    childList: true,
    subtree: true,
  });
  window.addEventListener("hashchange", update);
  update();
}

/** Without a realm in the address the console shows the realm of the sign-in. */
function shown() {
  const { realm, section } = parseHash(window.location.hash);
  return { realm: realm || setting("realm"), section };
}

interface MenuEntry {
  label: string;
  hash: string;
  current: boolean;
}

/** Changes only what differs: each change triggers the observer again. */
function show(entry: HTMLElement, beside: HTMLElement, { label, hash, current }: MenuEntry) {
  const link = entry.querySelector("a");
  if (!link) {
    return;
  }
  if (entry.previousElementSibling !== beside) {
    beside.after(entry);
  }
  if (link.textContent !== label) {
    link.textContent = label;
  }
  if (link.getAttribute("href") !== hash) {
    link.setAttribute("href", hash);
  }
  if (link.classList.contains("pf-m-current") !== current) {
    link.classList.toggle("pf-m-current", current);
    link.toggleAttribute("aria-current", current);
    if (current) {
      link.setAttribute("aria-current", "page");
    }
  }
}

function create() {
  const entry = document.createElement("li");
  const link = document.createElement("a");
  link.id = ID;
  link.dataset.testid = ID;
  link.className = "pf-v5-c-nav__link";
  entry.append(link);
  return entry;
}
