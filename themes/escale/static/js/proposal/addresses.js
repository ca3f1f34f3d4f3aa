/** Which address is meant by a text that is none (contributions/fields/addresses.py, words/mails.py); patterns and messages come with the data. */

const inside = (source, flags = "iu") => new RegExp(source, flags);
const exact = (source, flags = "iu") => inside(`^(?:${source})$`, flags);
const first = (source, flags = "iu") => inside(`^(?:${source})`, flags);

/** An address with what cannot stand in one percent-encoded, and nothing twice. */
function quoted(text) {
  return encodeURI(text).replaceAll("%5B", "[").replaceAll("%5D", "]").replaceAll("%25", "%");
}

function ofTheWeb(written, { longest, alone, mistyped, whole, protocol, inside: around }) {
  const text = written.split(/\s+/).filter(Boolean).join(" ");
  if ([...text].length > longest) return undefined;
  if (exact(alone).test(text)) return `https://${text}`;
  const wrong = first(mistyped).exec(text);
  const rest = wrong && `${/^http[:/]/i.test(text) ? "http" : "https"}://${text.slice(wrong[0].length)}`;
  if (rest && !rest.includes(" ")) return exact(whole, "isu").test(rest) && rest !== text ? rest : undefined;
  if (exact(whole, "isu").test(text) && text.includes(" ") && !inside(protocol).test(text.slice(4))) return quoted(text);
  const found = [...text.matchAll(inside(protocol, "giu"))].length === 1 ? inside(around).exec(text) : undefined;
  const address = found?.slice(1).find(Boolean)?.replace(/[.,;)]+$/, "");
  return address && exact(whole, "isu").test(address) ? address : undefined;
}

/** What is wrong with an address of the web: a message, and what to put in it; nothing if it is right. */
export function wrongWeb(text, check, data) {
  const secret = first(data.secret);
  if (secret.test(text)) {
    const every = inside(data.secret, "giu");
    return [check.secret, { shown: text.replace(every, "$<scheme>…@"), bare: text.replace(every, "$<scheme>") }];
  }
  if (inside(check.pattern, check.flags).test(text)) return undefined;
  const meant = ofTheWeb(text, data);
  return meant ? [check.meant, { meant }] : [check];
}

/** An address of mail without the points that none has. */
function sound(address) {
  return address.split("@").map((part) => part.replace(/\.{2,}/g, ".").replace(/^\.+|\.+$/g, "")).join("@");
}

function ofMail(text, check, data) {
  if ([...text].length > data.longest) return [check];
  if (first(data.page).test(text)) return [check.page];
  const [meant, ...others] = new Set([...text.matchAll(inside(data.address, "gu"))].map(([address]) => sound(address)));
  if (others.length) return [check.several, { meant }];
  const parted = exact(data.parted, "u").exec(text)?.groups;
  if (parted) {
    const words = parted.words.split(" ");
    return [check.parted, { joined: sound(words.join(".") + parted.end), last: sound(words.at(-1) + parted.end) }];
  }
  if (meant) return [text.includes(meant) ? check.meant : check.points, { meant }];
  const plain = text.replace(inside(data.at, "giu"), "@").replace(inside(data.dot, "giu"), ".");
  return exact(data.address, "u").test(plain) ? [check.meant, { meant: plain }] : [check];
}

/** What is wrong with an address of mail, in the same way. */
export function wrongMail(text, check, data) {
  return inside(check.pattern, check.flags).test(text) ? undefined : ofMail(text, check, data);
}
