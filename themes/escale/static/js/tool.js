/** The page of a tool: facts and stops do not stay folded on paper, and « Est-ce que ça rentre ? » is loaded when somebody begins to answer. */

const form = document.querySelector("[data-fitting]");

addEventListener("beforeprint", () => {
  for (const folded of document.querySelectorAll(".fact-group, .tour .fold")) folded.open = true;
});

if (form) {
  form.hidden = false;
  const answer = async () => (await import("./catalogue/fitting.js")).follow(form);
  for (const event of ["focusin", "pointerdown"]) form.addEventListener(event, answer, { once: true });
  form.addEventListener("submit", (event) => event.preventDefault());
  if ([...form.elements].some(({ value }) => value)) answer(); // the browser remembers what was answered before
}
