/** « Ma sortie »: what its sentence says in words is asked in days, and it says what an address asks. */

import { today, written } from "../filtering/days.js";
import { proposing } from "../filtering/form.js";
import { choose, say } from "../filtering/said.js";
import { meant } from "./days.js";

const OTHER = "dates"; // days that no word of the sentence means

/** The words of the sentence as names of the contract; what is empty is not asked. */
function translate(form, data) {
  const word = data.get("quand");
  const [du, au] = word === OTHER ? [form.dataset.du, form.dataset.au] : (meant(word, today()) ?? []).map(written);
  data.delete("quand");
  for (const [name, day] of Object.entries({ du, au })) if (day) data.set(name, day);
  for (const [name, value] of [...data]) if (!value.trim()) data.delete(name);
}

/** Make a sentence ready to be sent. */
export function follow(form) {
  form.addEventListener("formdata", ({ formData }) => translate(form, formData));
  proposing(form.elements.pres);
}

/** Say in a sentence what an address asks, as far as it can. */
export function tell(form, address) {
  const asked = new URLSearchParams(address);
  const { quand, pres, age, gratuit, abri } = form.elements;
  const days = ["du", "au"].map((name) => asked.get(name) ?? "");
  const words = [...quand.options].map(({ value }) => value);
  const word = words.find((one) => (meant(one, today()) ?? []).map(written).join() === days.join());
  [form.dataset.du, form.dataset.au] = days;
  quand.value = days.join("") ? word ?? OTHER : "";
  pres.value = asked.get("pres") ?? "";
  const years = asked.get("age") ?? "";
  choose(age, years, say("of-age", { value: years }));
  gratuit.checked = asked.has("gratuit");
  abri.checked = asked.has("abri");
}
