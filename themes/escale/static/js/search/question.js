/** A question {words, filters, byDate, allYears}: from the form, from the address, and back to the address. */

export function read(form, address) {
  const boxes = [...form.querySelectorAll("[data-facet] input")];
  if (address) {
    form.elements.q.value = address.get("q") ?? "";
    form.elements.tri.value = address.get("tri") === "date" ? "date" : "";
    form.elements.annees.checked = address.get("annees") === "toutes";
    for (const box of boxes) box.checked = address.getAll(box.name).includes(box.value);
  }
  const filters = {};
  for (const box of boxes) {
    if (box.checked) (filters[box.name] ??= { any: [] }).any.push(box.value);
  }
  return {
    words: form.elements.q.value.trim(),
    filters,
    byDate: form.elements.tri.value === "date",
    allYears: form.elements.annees.checked,
  };
}

export function write({ words, filters, byDate, allYears }) {
  const address = new URLSearchParams(words ? { q: words } : {});
  for (const [name, { any }] of Object.entries(filters)) {
    for (const value of any) address.append(name, value);
  }
  if (byDate) address.set("tri", "date");
  if (allYears) address.set("annees", "toutes");
  const text = address.toString();
  history.replaceState(null, "", text ? `?${text}` : location.pathname);
}
