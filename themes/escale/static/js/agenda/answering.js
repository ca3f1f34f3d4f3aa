/** What a question finds among the entries, in the order of the contract, and how many each choice would leave. */

import { both, count, either, members, setOf } from "../filtering/masks.js";
import { beginning, without, words } from "../filtering/names.js";
import { distance } from "../filtering/points.js";
import { CONDITIONS } from "./question.js";

const RADIUS = 20; // kilometres, where the question names none
const PROFESSIONALS = "professionnels";
const TOGETHER = "mixte";
const ONLINE = "en-ligne";

/** The words of what an entry's row shows of its title and of its place; these are not said again by the vocabulary. */
function shown({ event, mode, where, department }) {
  const place = mode === ONLINE ? "" : where.replace(` (${department})`, "");
  return words(`${event.title} ${place}`).join(" ");
}

/** Whether an entry has one of the values of a name. */
const HAS = {
  departement: ({ department }, code) => department === code,
  theme: ({ event }, theme) => event.themes.includes(theme),
  categorie: ({ event }, category) => event.category[0] === category,
  public: ({ event }, audience) => event.audiences.includes(audience),
  acces: ({ event }, access) => event.access.includes(access),
  niveau: ({ event }, level) => event.levels.includes(level),
  age: ({ event }, years) => event.ages.some(([least, most]) => least <= years && years <= most),
  mode: ({ mode }, asked) => mode === asked || (mode === TOGETHER && asked !== TOGETHER),
  gratuit: ({ event }) => event.marks.includes("gratuit"),
  places: ({ full }) => !full,
  abri: ({ event }) => !event.marks.includes("dehors"),
  scolaires: ({ event, audience }) => audience === "scolaires" || (audience === "tous" && event.marks.includes("classes")),
};

/** The entries, ready for questions that are asked on a day. */
export function index(entries, today) {
  return { entries, today, sets: new Map() };
}

/** The entries that are found by some words, of the event or of its place. */
function worded(entries, text, { vocabulary }) {
  const found = beginning(text);
  const more = ({ event, start }) => {
    const own = `${event.kind}/${event.slug}`;
    return `${vocabulary[own] ?? ""} ${vocabulary[`${own}/${start}`] ?? ""}`;
  };
  return setOf(entries.length, (at) => found(` ${(entries[at].words ??= shown(entries[at]))} ${more(entries[at])}`));
}

/** The set of entries that a value of a name keeps; what depends on the page's own lists alone is remembered. */
function kept({ entries, sets }, name, value, help) {
  if (name === "q") return worded(entries, value, help);
  const make = () => setOf(entries.length, (at) => HAS[name](entries[at], value));
  const key = `${name}=${value}`;
  if (!sets.has(key)) sets.set(key, make());
  return sets.get(key);
}

const all = ({ entries }, test) => setOf(entries.length, (at) => test(entries[at]));

/** How far an entry is from the nearest of some points, in kilometres; nothing where one cannot go, or nobody knows the place. */
export function away({ point }, centres) {
  if (!point.length || !centres.length) return undefined;
  return Math.min(...centres.map((centre) => distance(centre, point)));
}

/** The set that a condition leaves, be it made or not: what is for schools or professionals must be asked for. */
function left(known, [name], asked, help) {
  if (name === "du") {
    const [first = known.today] = asked.du ?? [];
    const [last = Infinity] = asked.au ?? [];
    return all(known, (entry) => entry.last >= first && entry.first <= last);
  }
  if (name === "pres") {
    const { centres } = help;
    const radius = Math.max(...(asked.rayon ?? [RADIUS]));
    return all(known, (entry) => !(asked.pres || asked.here) || away(entry, centres) <= radius);
  }
  const values = asked[name] ?? [];
  const found = values.map((value) => kept(known, name, value, help));
  const open = (entry) => name !== "scolaires" || entry.audience !== "scolaires";
  const set = found.length ? found.reduce(either) : all(known, open);
  if (name !== "public" || values.includes(PROFESSIONALS)) return set;
  return both(set, all(known, ({ event }) => !event.marks.includes("pro")));
}

/** What each condition leaves, and all of them together. `help` is {centres: points of the towns that are asked for, vocabulary}. */
function weigh(known, asked, help) {
  const sets = CONDITIONS.map((names) => left(known, names, asked, help));
  return { sets, found: sets.reduce(both) };
}

/** The entries that answer, in order: what began before the first day asked first, what ends soonest before the rest. */
export function answer(known, asked, help) {
  const [first = known.today] = asked.du ?? [];
  const found = members(weigh(known, asked, help).found).map((at) => known.entries[at]);
  const begun = found.filter((entry) => entry.first < first).sort((one, other) => one.last - other.last);
  return [...begun, ...found.filter((entry) => entry.first >= first)];
}

/** How many entries a question leaves once some of its conditions are given up. */
export function leaves(known, asked, names, help) {
  return count(weigh(known, without(asked, names), help).found);
}

/** How many entries would be left if a value of a name were chosen as well: choices are [name, value] pairs. */
export function counts(known, asked, choices, help) {
  const { sets } = weigh(known, asked, help);
  const others = new Map();
  const other = (name) => {
    const own = CONDITIONS.findIndex(([first]) => first === name);
    if (!others.has(name)) others.set(name, sets.filter((_, at) => at !== own).reduce(both));
    return others.get(name);
  };
  return choices.map(([name, value]) => {
    const more = { ...asked, [name]: [...(asked[name] ?? []), value] };
    return count(both(other(name), left(known, [name], more, help)));
  });
}
