/** Read the page of a tool: the words that its own visitors see, so that nothing said here can contradict it. */

const words = (node) => node.textContent.replace(/\s+/g, " ").trim();

/** The facts of a list, [label, value] each. */
function facts(list) {
  return [...(list?.querySelectorAll(":scope > div") ?? [])].map((row) => [
    words(row.querySelector("dt")),
    [...row.querySelectorAll("dd")].map(words).join(", "),
  ]);
}

/** Other tools that a page proposes, [slug, title] each. */
function near(page) {
  const links = [...page.querySelectorAll('.band [data-kind="exhibition"] .card-title a')];
  return links.map((link) => [link.getAttribute("href").split("/")[2], words(link)]);
}

/** A tool by its slug; nothing where there is none. Throws where it cannot be read. */
export async function read(slug) {
  const answer = await fetch(`/outils/${slug}/`);
  if (answer.status === 404) return null;
  if (!answer.ok) throw new Error(`${answer.status} /outils/${slug}/`);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const told = page.querySelector('article[data-kind="exhibition"]');
  if (!told) return null;
  return {
    slug,
    title: words(page.querySelector("h1")),
    when: [...told.querySelectorAll(".panel .free")].map(words).join(" ; ") || words(told.querySelector(".panel .word")),
    chief: facts(told.querySelector(".chief")),
    groups: [...told.querySelectorAll("[data-group]")].map((group) => [group.dataset.group, facts(group.querySelector("dl"))]),
    near: near(page),
  };
}
