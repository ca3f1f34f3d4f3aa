/** A small part of Markdown as nodes of the page, for the preview: no text that is typed is ever read as HTML. */

const INLINE = /\*\*(.+?)\*\*|__(.+?)__|\*(.+?)\*|\b_(.+?)_\b|`(.+?)`|!\[(.*?)\]\([^)\s]*\)|\[(.+?)\]\(((?:[^()\s]|\([^()\s]*\))+)\)|~~(.+?)~~|\b(https?:\/\/[^\s<]*[^\s<.,;:!?)»*~])/;
const ITEM = /^\s*(?:[-*+]|\d+[.)])\s+/;
const BEGINS = /^ {0,3}(?:[-*+]|1[.)])\s+\S/; // a list may follow a line of text (CommonMark 5.2)
const SAFE = /^(?:https?:|mailto:|tel:|\/(?!\/)|#)/i;

function element(name, ...children) {
  const made = document.createElement(name);
  made.append(...children);
  return made;
}

function link(words, address) {
  const made = element("a", ...(words === address ? [words] : inline(words)));
  if (SAFE.test(address)) made.href = address;
  made.rel = "noopener";
  made.target = "_blank";
  return made;
}

/** The nodes of a line: bold, emphasis, code, links; an image is named. */
function inline(text) {
  const found = INLINE.exec(text);
  if (!found) return [text];
  const [whole, strong, strong_, em, em_, code, alt, words, address, gone, bare] = found;
  const made =
    strong ?? strong_ ? element("strong", ...inline(strong ?? strong_))
    : em ?? em_ ? element("em", ...inline(em ?? em_))
    : code ? element("code", code)
    : words ? link(words, address)
    : gone ? element("del", ...inline(gone))
    : bare ? link(bare, bare)
    : element("em", alt ?? "");
  return [text.slice(0, found.index), made, ...inline(text.slice(found.index + whole.length))];
}

function list(lines) {
  const made = element(/^\s*\d/.test(lines[0]) ? "ol" : "ul");
  for (const line of lines) {
    if (ITEM.test(line)) made.append(element("li", ...inline(line.replace(ITEM, ""))));
    else made.lastChild.append(" ", ...inline(line.trim()));
  }
  return made;
}

function block(text) {
  const lines = text.split("\n");
  const heading = /^(#{1,6})\s+(.+?)\s*#*$/.exec(lines[0]);
  if (heading) {
    const rest = lines.slice(1).join("\n").trim();
    const made = element(`h${Math.max(4, Math.min(6, heading[1].length + 2))}`, ...inline(heading[2]));
    return rest ? [made, ...block(rest)] : [made];
  }
  if (ITEM.test(lines[0])) return [list(lines)];
  const begun = lines.findIndex((line) => BEGINS.test(line));
  if (begun > 0) return [...block(lines.slice(0, begun).join("\n")), list(lines.slice(begun))];
  if (/^\s*>/.test(lines[0])) return [element("blockquote", ...blocks(lines.map((line) => line.replace(/^\s*>\s?/, "")).join("\n")))];
  if (/^\s*([-*_])(?:\s*\1){2,}\s*$/.test(text)) return [element("hr")];
  return [element("p", ...inline(lines.map((line) => line.trim()).join(" ")))];
}

/** The nodes of a text. */
export function blocks(text) {
  return text.split(/\n\s*\n/).map((part) => part.replace(/^\n+|\n+$/g, "")).filter((part) => part.trim()).flatMap(block);
}
