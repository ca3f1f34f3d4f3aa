/** Reveal the buttons that copy a page's address; without a clipboard they stay hidden. */

async function copy(button) {
  const label = button.querySelector("span");
  const before = label.textContent;
  await navigator.clipboard.writeText(button.dataset.copy);
  label.textContent = button.dataset.done;
  setTimeout(() => { label.textContent = before; }, 3000);
}

if (navigator.clipboard) {
  for (const button of document.querySelectorAll("button[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", () => copy(button));
  }
}
