/** Reveal the buttons that need a script: those that copy a text, where there is a clipboard, and those that hand over one date as a file. */

/** Copy what a button holds, and say so on it for a while. */
export async function copy(button) {
  const label = button.querySelector("span");
  const before = label.textContent;
  await navigator.clipboard.writeText(button.dataset.copy);
  label.textContent = button.dataset.done;
  setTimeout(() => { label.textContent = before; }, 3000);
}

async function handOver(button) {
  const { hand } = await import("./one_date.js");
  await hand(button);
}

function reveal(selector, act) {
  for (const button of document.querySelectorAll(selector)) {
    button.hidden = false;
    button.addEventListener("click", () => act(button));
  }
}

if (navigator.clipboard) reveal("button[data-copy]", copy);
reveal("button[data-uid]", handOver);
