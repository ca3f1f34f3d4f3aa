/** The fields of the search suggest while somebody writes: what does it is loaded at the first key, and nothing before. */

for (const field of document.querySelectorAll("[data-suggest]")) {
  const about = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false" };
  for (const [name, value] of Object.entries(about)) field.setAttribute(name, value);
  field.addEventListener("input", async () => (await import("./suggest/box.js")).follow(field), { once: true });
  field.form.addEventListener("toggle", ({ newState }) => newState === "open" && field.focus());
}
