/** Which number is meant by a text that is none (contributions/fields/measures.py): in words, or with its unit. What units are comes with the data. */

import { ascii } from "./folding.js";

const PLACES = 40; // behind the point: products and sums are exact
const ONE = 10n ** BigInt(PLACES);

/** A number as the check reads it: « 14 525,5 » is 14525.5. */
export function plainNumber(text) {
  return text.replace(/(?<=\d)[\s\u00a0\u202f](?=\d{3})/g, "").replaceAll(",", ".");
}

function exact(text) {
  const [whole, behind = ""] = text.split(".");
  return BigInt(whole + behind.padEnd(PLACES, "0"));
}

function shown(number) {
  const digits = String(number).padStart(PLACES + 1, "0");
  return `${digits.slice(0, -PLACES)}.${digits.slice(-PLACES)}`.replace(/\.?0+$/, "");
}

/** Lower case, one space between words; what has no plain form stays, so that it says something. */
function plain(text, { signs }, folding) {
  const lower = [...text.trim().replace(/\.+$/, "")].map((sign) => signs[sign] ?? sign).join("").toLowerCase();
  const letters = [...lower].map((letter) => ascii(letter, folding) || letter).join("");
  return letters.split(/\s+/).filter(Boolean).join(" ");
}

function singular(unit) {
  return unit.split(/\s+/).filter(Boolean).map((word) => (word.length > 2 && /[sx]$/.test(word) ? word.slice(0, -1) : word)).join(" ");
}

function valueOf(word, { numbers }) {
  if (/^\d/.test(word)) return exact(word.replaceAll(" ", "").replace(",", "."));
  return Object.hasOwn(numbers, word) ? exact(String(numbers[word])) : undefined;
}

/** The unit of the two digits behind hours (« 1h30 »); no other number goes without one. */
function ofMinutes(number, scales, hours) {
  return hours && scales.length === 1 && scales[0] === exact("60") && /^[0-5]\d$/.test(number) ? ONE : undefined;
}

/** The sum of the quantities of a text, largest unit first; nothing where a part of it says something else. */
function sum(text, known, hours, data) {
  const [part, joint] = [data.part, data.and].map((source) => new RegExp(source, "uy"));
  const scales = [];
  let total = 0n;
  for (let at = 0; at < text.length; ) {
    part.lastIndex = at;
    const { number, unit = "" } = part.exec(text)?.groups ?? {};
    const value = number && valueOf(number, data);
    if (value === undefined) return undefined;
    const name = singular(unit);
    const scale = Object.hasOwn(known, name) ? exact(known[name]) : name ? undefined : ofMinutes(number, scales, hours);
    if (scale === undefined || (scales.length && scale >= scales.at(-1))) return undefined;
    total += (value * scale) / ONE;
    scales.push(scale);
    joint.lastIndex = part.lastIndex;
    at = joint.test(text) ? joint.lastIndex : part.lastIndex;
  }
  return scales.length ? total : undefined;
}

function measured(written, { own, hours }, known, data, folding) {
  if ([...written].length > data.longest) return "";
  const text = plain(written, data, folding).replace(new RegExp(data.before, "u"), "");
  if (new RegExp(data.unsure, "u").test(text)) return "";
  const found = sum(text, known, hours, data);
  return found === undefined ? "" : shown((found * ONE) / exact(own));
}

function counted(written, data, folding) {
  const word = plain(written, data, folding);
  return [...written].length <= data.longest && Object.hasOwn(data.numbers, word) ? String(data.numbers[word]) : "";
}

/** What is wrong with a number: a message, and what to put in it; nothing if it is right. */
export function wrongNumber(written, check, data, folding) {
  if (new RegExp(check.pattern, check.flags).test(plainNumber(written))) return undefined;
  const known = { ...check.known, ...check.counted };
  const meant = counted(written, data, folding) || measured(written, check, known, data, folding);
  if (meant && (!check.whole || !meant.includes("."))) return [check.meant, { meant }];
  const both = [...written].length <= data.longest && new RegExp(`^(?:${data.several})$`, "du").exec(written);
  if (!both) return [check];
  const behind = written.slice(both.indices.groups.other[1]);
  const numbers = ["one", "other"].map((name) => both.groups[name].trim());
  const [one, other] = numbers.map((number) => measured(number + behind, check, check.known, data, folding) || number);
  return [check.several, { one, other }];
}
