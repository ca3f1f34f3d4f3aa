/** The line of what lasts: how much of the coming weeks it goes on. */

const LINE = 91; // days

export function draw(line, last, first) {
  const share = Math.round(((last - first + 1) * 100) / LINE);
  line.querySelector("rect:last-child").setAttribute("width", Math.max(2, Math.min(100, share)));
}
