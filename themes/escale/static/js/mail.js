/** A letter as an address (RFC 6068): with its text where mail programs take so much. */

/** What they take of a mailto: address, the most timid of them. */
const LONGEST = 1900;
const crlf = (words) => encodeURIComponent(words.replace(/\n/g, "\r\n"));

/** {address, filled}: where the text is too long, `instead` stands in its place. */
export function letter(to, subject, text, instead) {
  const start = `mailto:${to}?subject=${encodeURIComponent(subject)}&body=`;
  const whole = start + crlf(text);
  return whole.length <= LONGEST ? { address: whole, filled: true } : { address: start + crlf(instead), filled: false };
}

/** Show what is said of a letter that holds its text, or of one that does not. */
export function fits(way, yes) {
  way.querySelector("[data-fits]").hidden = !yes;
  way.querySelector("[data-too-long]").hidden = yes;
}
