/** Read a whole text that gives days and hours (contributions/fields/written_dates.py); words and patterns come with the data of the form. */

const LONG = 200; // characters of a text that is no date

const compiled = new Map();
function pattern(text, flags = "") {
  const key = `${flags}${text}`;
  if (!compiled.has(key)) compiled.set(key, new RegExp(text, flags));
  return compiled.get(key);
}

/** Lower case, without accents; one plain space, apostrophe or dash for all of theirs. */
function plain(text, { signs, accents, blanks }) {
  const said = [...text].map((sign) => signs[sign] ?? sign).join("").normalize("NFD");
  const letters = [...said].filter((sign) => !accents.includes(sign)).join("");
  return letters.replace(pattern(blanks, "g"), " ").replace(/^ +| +$/g, "").toLowerCase().replace(/\.$/, "");
}

function match(text, at, source) {
  const sticky = Object.assign(pattern(source, "y"), { lastIndex: at });
  return sticky.exec(text);
}

/** « mar » is a month behind a number, and a Tuesday elsewhere. */
function kindOfWord({ word, point }, before, words) {
  if (words.weekdays[word] && !(before === "n" && words.months[word])) return "w";
  if (words.months[word]) return "m";
  return point ? "" : (words.links[word] ?? "");
}

function tokenAt(text, at, before, words) {
  for (const [kind, source, after] of words.spellings) {
    const found = !after || (before && after.includes(before)) ? match(text, at, source) : undefined;
    const parts = { ...found?.groups };
    if (found && (parts.name === undefined || words.months[parts.name])) return { kind, parts, text: found[0] };
  }
  const found = match(text, at, words.word);
  return { kind: found ? kindOfWord(found.groups, before, words) : "", parts: { ...found?.groups }, text: found?.[0] };
}

/** The spellings of a text, one after the other; nothing where something is not understood. */
function tokens(text, words) {
  const found = [];
  for (let at = 0; at < text.length; ) {
    if (text[at] === " ") at += 1;
    else {
      const token = tokenAt(text, at, found.at(-1)?.kind ?? "", words);
      if (!token.kind) return [];
      found.push(token);
      at += token.text.length;
    }
  }
  return found;
}

const number = (text) => (text === undefined ? undefined : Number(text));
function dayOf(held, words) {
  const full = (year) => year + (year >= words.turn ? 1900 : 2000);
  const weekday = held.filter(({ kind }) => kind === "w").map(({ parts }) => words.weekdays[parts.word] - 1)[0];
  const [first, ...others] = held.filter(({ kind }) => "DXdnmy".includes(kind));
  const { parts } = first;
  if (first.kind === "D") {
    const month = parts.name ? words.months[parts.name] : Number(parts.month);
    return { day: Number(parts.day), month, year: Number(parts.year), weekday };
  }
  if (first.kind === "d") return { day: Number(parts.day), month: Number(parts.month), weekday };
  if (first.kind === "X") {
    const [one, month, other] = [parts.one, parts.month, parts.other].map(Number);
    return { weekday, likely: [[full(other), month, one], ...(parts.one.length === 2 ? [[full(one), month, other]] : [])] };
  }
  const all = [first, ...others];
  const days = all.filter(({ kind }) => kind === "n").map((token) => Number(token.parts.day));
  const [month] = all.filter(({ kind }) => kind === "m").map((token) => words.months[token.parts.word]);
  if (days.length === 2) return { weekday, likely: [[full(days[1]), month, days[0]]] };
  return { day: days[0], month, year: number(all.find(({ kind }) => kind === "y")?.parts.year), weekday };
}

function monthOf(held, words) {
  const { parts } = held.at(-1);
  return { month: held[0].kind === "m" ? words.months[held[0].parts.word] : number(parts.month), year: Number(parts.year) };
}

function zonesOf({ parts }, words) {
  const [name, offsets] = words.zones[parts.zone] ?? [];
  if (name) return offsets.map((offset) => ({ offset, said: name }));
  const hours = parts.hours ?? parts.east ?? parts.west;
  if (hours === undefined) return [];
  const sign = parts.west !== undefined || parts.sign === "-" ? "-" : "+";
  const minutes = Number(hours) * 60 + Number(parts.minutes ?? 0);
  return [{ offset: sign === "-" ? -minutes : minutes, said: `${sign}${hours.padStart(2, "0")}:${parts.minutes ?? "00"}` }];
}

/** The hour that some spellings make; nothing if there is none. */
function clockOf(held, words) {
  const { noon, minute: written, hour: said } = held[0].parts;
  const halves = held.map(({ parts }) => parts.half).filter(Boolean);
  const quarter = held.filter(({ kind }) => kind === "Q").map(({ parts }) => words.quarters[parts.quarter])[0];
  if (halves.length > 1 || (noon && halves.length) || (written && quarter)) return undefined;
  const own = noon ? words.noons[noon] : Number(said);
  const hour = halves.length ? words.halves[halves[0]][own] : own;
  const minute = written ? Number(written) : (quarter ?? 0);
  if (hour === undefined || hour * 60 + minute > 24 * 60 || minute > 59) return undefined;
  return { hour, minute, zones: held.flatMap((token) => zonesOf(token, words)), midnight: noon === "minuit" };
}

/** A day with the month and year of one before (side 1) or after it (-1). */
function beside(day, other, side) {
  if (day.year !== undefined || other.year === undefined || day.month === undefined) {
    return { ...day, month: day.month ?? other.month, year: day.year ?? other.year };
  }
  const order = day.month - other.month || day.day - other.day;
  return { ...day, year: other.year + (order * side < 0 ? side : 0) };
}

function completed(written) {
  const days = [...written.days];
  if (days.some((day) => day.likely)) return undefined;
  for (let at = days.length - 2; at >= 0; at -= 1) days[at] = beside(days[at], days[at + 1], -1);
  for (let at = 1; at < days.length; at += 1) days[at] = beside(days[at], days[at - 1], 1);
  const order = ({ year = 0, month, day }) => (year * 100 + month) * 100 + day;
  const least = written.paired ? 0 : 1;
  const sound = days.every(({ month }) => month) && days.slice(1).every((day, at) => order(day) - order(days[at]) >= least);
  return sound || days.length < 2 ? { ...written, days } : undefined;
}

function told(sentence, days, clocks, words) {
  if (pattern(words.one).test(sentence)) return { days, clocks };
  const pair = pattern(words.paired).exec(sentence)?.groups;
  if (pair) return completed({ days, clocks, daysRange: pair.to !== undefined, paired: true });
  const shared = pattern(words.crossed).exec(sentence)?.groups;
  if (!shared) return undefined;
  const ranges = (part = "") => pattern(words.to).test(part);
  return completed({ days, clocks, daysRange: ranges(shared.days ?? shared.days_last), clocksRange: ranges(shared.clocks ?? shared.clocks_first) });
}

/** Whether an AM or PM stands beside a day in figures, of which the month may come first. */
function isEnglish(held, words) {
  const inFigures = held.some(({ kind, text }) => "DXd".includes(kind) && pattern(words.inFigures).test(text));
  return inFigures && held.some(({ parts }) => parts.half === "a" || parts.half === "p");
}

/** What a text says, {days, clocks, daysRange, clocksRange, paired, english}, if all of it is understood. */
export function read(text, words) {
  const held = [...text].length <= LONG ? tokens(plain(text, words), words) : [];
  const kinds = held.map(({ kind }) => kind).join("");
  const items = [...kinds.matchAll(pattern(words.items, "g"))].map((found) => {
    const kind = Object.keys(found.groups).find((name) => found.groups[name] !== undefined);
    return { kind, parts: held.slice(found.index, found.index + found[0].length) };
  });
  const sentence = items.map(({ kind, parts }) => (kind === "link" ? parts[0].kind : kind)).join("");
  const days = items.filter(({ kind }) => "DMY".includes(kind)).map(({ kind, parts }) => (kind === "D" ? dayOf : monthOf)(parts, words));
  const clocks = items.filter(({ kind }) => kind === "C").map(({ parts }) => clockOf(parts, words));
  const pointed = kinds.includes("p") && days.every(({ year }) => year === undefined);
  if (clocks.includes(undefined) || pointed || !items.length) return undefined;
  const found = told(sentence, days, clocks, words);
  return found && { ...found, english: isEnglish(held, words) };
}
