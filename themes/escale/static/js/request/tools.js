/** What is known of tools, each from its own small document, read once. */

const read = new Map();

async function fetched(slug) {
  const answer = await fetch(`/outils/${slug}.json`);
  if (answer.status === 404) return undefined;
  if (!answer.ok) throw new Error(`${slug}: ${answer.status}`);
  const tool = await answer.json();
  return tool.slug === slug ? { ...tool, closed: new Set(tool.closed) } : undefined; // other documents stand beside them
}

/** {slug, tool}, without a tool where there is none of that name, and {slug, failed} where it could not be read. */
export function known(slug) {
  if (!read.has(slug)) read.set(slug, fetched(slug).then((tool) => ({ slug, tool }), () => ({ slug, failed: true })));
  return read.get(slug);
}
