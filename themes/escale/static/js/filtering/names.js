/** The names and values of an address as a contract has them: how each value is read, what means nothing, how they are written. */

import { number, written } from "./days.js";
import { words } from "./words.js";

export { words };

/** What tells of words, each with a blank before it, whether every word of a text begins one of them. */
export function beginning(text) {
  const begun = words(text).map((word) => ` ${word}`);
  return (known) => begun.every((word) => known.includes(word));
}

const bare = (text) => words(text).join("");

/** How values are read: nothing comes of what is impossible or unknown. */
export const one = (text) => (text === "1" ? text : undefined);
export const day = (text) => (Number.isNaN(number(text)) ? undefined : number(text));
export const same = (text) => text;
export const wordy = (text) => (words(text).length ? text : undefined);
export const key = (text, known) => known.find((value) => value.toLowerCase() === text.toLowerCase());
export const level = (text, known) => known.find((value) => bare(value) === bare(text));
export const measure = (text) => (/^\d{1,5}([.,]\d+)?$/.test(text) && Number(text.replace(",", "."))) || undefined;
const LISTED = [key, level];

/** A note of what was not taken: {name, value, unknown}. */
export function note(readers, name, value) {
  return { name, value, unknown: name === "pres" || LISTED.includes(readers[name]) };
}

/** What an address gives of some names: {asked: {name: values}, notes}. `known` lists the values of names that have a list. */
export function given(readers, search, known) {
  const found = new URLSearchParams(search);
  const asked = {};
  const notes = [];
  for (const [name, reader] of Object.entries(readers)) {
    for (const text of found.getAll(name).map((value) => value.trim()).filter(Boolean)) {
      const value = reader(text, known[name] ?? []);
      if (value === undefined) notes.push(note(readers, name, text));
      else if (!asked[name]?.includes(value)) (asked[name] ??= []).push(value);
    }
  }
  return { asked, notes };
}

/** The days that are asked for, no more than one of each: {du, au} as lists, and notes of what ends before it begins. */
export function span({ du, au = [] }, today) {
  const first = du ? Math.max(today, Math.min(...du)) : today;
  const late = au.filter((last) => last >= first);
  return {
    days: { ...(du && { du: [first] }), au: late.length ? [Math.max(...late)] : [] },
    early: au.filter((last) => last < first).map(written),
  };
}

/** What is asked as an address has it: « ?theme=chimie&gratuit=1 », or nothing. */
export function write(readers, asked) {
  const address = new URLSearchParams();
  for (const name of Object.keys(readers)) {
    for (const value of asked[name] ?? []) address.append(name, readers[name] === day ? written(value) : value);
  }
  const text = address.toString();
  return text ? `?${text}` : "";
}

/** The question without some of its names, and without empty ones. */
export function without(asked, names) {
  return Object.fromEntries(Object.entries(asked).filter(([name, values]) => values?.length && !names.includes(name)));
}
