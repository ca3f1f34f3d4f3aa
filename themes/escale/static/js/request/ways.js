/** The messages on the page, one for each owner: shown whole, copied, or opened in a mail program. */

import { copy } from "../copy.js";
import { fits, letter } from "../mail.js";
import { put } from "../proposal/said.js";

/** Whom it goes to; where the owner publishes no address of mail, how else it is reached. */
function address(words, { owner, to }) {
  if (to.length) return [put(words.to, { to: to.join(", ") })];
  if (!owner.site && !owner.phone) return [put(words.no_way, words)];
  const site = owner.site && Object.assign(document.createElement("a"), { href: owner.site, textContent: new URL(owner.site).host });
  return [`${words.no_mail} `, ...[site, owner.phone].filter(Boolean).flatMap((way, at) => (at ? [", ", way] : [way]))];
}

function drawn(template, words, { owner, to, subject, text }, whole) {
  const item = template.content.cloneNode(true).firstElementChild;
  const part = (name) => item.querySelector(`[data-${name}]`);
  const heading = put(words.heading, { owner: owner.name });
  item.querySelector("h3").textContent = heading;
  part("to").replaceChildren(...address(words, { owner, to }));
  part("subject").textContent = subject;
  part("text").textContent = text;
  item.querySelector("pre").setAttribute("aria-label", heading);
  const button = item.querySelector("[data-copy]");
  button.dataset.copy = text;
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", () => copy(button));
  const mail = part("mail");
  const sent = letter(to.join(","), subject, text, words.elsewhere);
  mail.href = sent.address;
  mail.hidden = !to.length;
  if (to.length) fits(item, sent.filled);
  part("ways").hidden = !whole;
  return item;
}

/** Show messages in the place of those before, where they are others; one that is not whole is not sent. */
export function show(place, template, words, found, whole) {
  const told = JSON.stringify([found, whole]);
  if (place.dataset.told === told) return;
  place.dataset.told = told;
  place.replaceChildren(...found.map((one) => drawn(template, words, one, whole)));
}
