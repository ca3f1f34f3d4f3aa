/** Fill the lists from which one chooses a contribution of the site: its title is shown, its slug is meant. */

const filled = new WeakSet(); // lists that are, or will be once the contributions are known
let known;

/** Fill the lists below `root`; those that come later, in new rows, are filled from what was read. */
export async function fill(form, root) {
  const lists = [...root.querySelectorAll("select[data-reference]")].filter((list) => !filled.has(list));
  if (!lists.length) return;
  for (const list of lists) filled.add(list);
  known ??= fetch(form.dataset.references).then((answer) => answer.json());
  const choices = await known;
  for (const list of lists) {
    const found = choices[list.dataset.reference] ?? [];
    list.append(...found.map(([slug, title]) => new Option(title, slug)));
  }
}
