/**
 * The basket: {from, to, lines: [{slug, version, copies, from, to}]}. Days are as addresses have them, empty where none is chosen; a line's
 * own go before the basket's. What an address or a store holds may be anything: what makes no sense is left out.
 */

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const DAY = /^\d{4}-\d\d-\d\d$/;
const LONGEST = 100;
export const MOST = 20; // tools in one request: each is read from its own document

const day = (text) => (DAY.test(text ?? "") && !Number.isNaN(Date.parse(text)) ? text : "");
const slug = (text) => (SLUG.test(text ?? "") && text.length <= LONGEST ? text : "");

export const EMPTY = { from: "", to: "", lines: [] };

/** A line of whatever a line may be made of; nothing where it names no tool. */
function line({ slug: name, version = "", copies = 1, from = "", to = "" }) {
  const number = Number(copies);
  return slug(name) && { slug: name, version: slug(version), copies: number >= 1 && number <= 99 ? Math.floor(number) : 1, from: day(from), to: day(to) };
}

/** A basket of whatever a store or a link holds. */
function basket({ from, to, lines }) {
  return { from: day(from), to: day(to), lines: (Array.isArray(lines) ? lines : []).map((one) => line(one ?? {})).filter(Boolean).slice(0, MOST) };
}

/** What a store held; an empty basket where it is none. */
export function kept(text) {
  try {
    return basket(JSON.parse(text) ?? EMPTY);
  } catch {
    return EMPTY;
  }
}

/** What an address asks (?outil=a&outil=b&du=…&au=…), and the values that are no name of a tool. */
export function asked(search) {
  const given = new URLSearchParams(search);
  const names = [...new Set(given.getAll("outil").map((text) => text.trim().toLowerCase()).filter(Boolean))];
  const lines = names.filter(slug).map((name) => line({ slug: name }));
  return { ...basket({ from: given.get("du"), to: given.get("au"), lines }), odd: names.filter((name) => !slug(name)), more: lines.length > MOST };
}

/** A basket as the part of an address that is never sent, and back: #du=2027-11-08&au=2027-12-03&ligne=malle,valise,2,,. */
export function link({ from, to, lines }) {
  const address = new URLSearchParams({ du: from, au: to });
  for (const one of lines) address.append("ligne", [one.slug, one.version, one.copies, one.from, one.to].join(","));
  return `#${address}`;
}

export function linked(hash) {
  const given = new URLSearchParams(hash.replace(/^#/, ""));
  const lines = given.getAll("ligne").map((text) => {
    const [name, version, copies, from, to] = text.split(",");
    return { slug: name, version, copies, from, to };
  });
  return basket({ from: given.get("du"), to: given.get("au"), lines });
}

/** Two baskets as one: of a tool that is in both, the first's lines stay; so do its days. */
export function joined(first, second) {
  const present = new Set(first.lines.map((one) => one.slug));
  const others = second.lines.filter((one) => !present.has(one.slug));
  const { from, to } = first.from || first.to ? first : second;
  return { from, to, lines: [...first.lines, ...others].slice(0, MOST) };
}
