/** Fill the lists from which one chooses a contribution of the site: its title is shown, its slug is meant. */

let known;

/** Fill the lists below `root`; those that come later, in new rows, are filled from what was read. */
export async function fill(form, root) {
  const lists = [...root.querySelectorAll("select[data-reference]")];
  if (!lists.length) return;
  known ??= fetch(form.dataset.references).then((answer) => answer.json());
  const choices = await known;
  for (const list of lists) {
    const found = choices[list.dataset.reference] ?? [];
    list.append(...found.map(([slug, title]) => new Option(title, slug)));
  }
}
