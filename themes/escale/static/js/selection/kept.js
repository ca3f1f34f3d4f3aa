/** What this browser keeps: addresses of events and tools, the oldest first. */

const NAME = "escale.selection";
const HANDED = 200; // each is read from its own page: a link asks for no more
const ADDRESS = /^\/(agenda|outils)\/[a-z0-9-]+\/$/;

/** Whether this browser keeps anything at all. */
export function keeps() {
  try {
    localStorage.setItem(`${NAME}.try`, "1");
    localStorage.removeItem(`${NAME}.try`);
    return true;
  } catch {
    return false;
  }
}

/** The addresses that are kept; what is none is left out. */
export function kept() {
  try {
    const found = JSON.parse(localStorage.getItem(NAME) ?? "[]");
    return Array.isArray(found) ? found.filter((path) => ADDRESS.test(path)) : [];
  } catch {
    return [];
  }
}

export const isKept = (path) => kept().includes(path);

/** Keep these, and nothing else. */
export const keep = (paths) => localStorage.setItem(NAME, JSON.stringify([...new Set(paths)].filter((path) => ADDRESS.test(path))));

/** Keep an address, or let go of it. */
export const toggle = (path) => keep(isKept(path) ? kept().filter((other) => other !== path) : [...kept(), path]);

/** A selection as the part of an address that is never sent, and back: #agenda=a,b&outils=c. */
export function written(paths) {
  const found = new Map();
  for (const path of paths) {
    const [, list, slug] = path.split("/");
    found.set(list, [...(found.get(list) ?? []), slug]);
  }
  return `#${[...found].map(([list, slugs]) => `${list}=${slugs.join(",")}`).join("&")}`;
}

export function read(hash) {
  const found = new URLSearchParams(hash.replace(/^#/, ""));
  const paths = [...found].flatMap(([list, slugs]) => slugs.split(",").map((slug) => `/${list}/${slug}/`));
  return [...new Set(paths.filter((path) => ADDRESS.test(path)))].slice(0, HANDED);
}
