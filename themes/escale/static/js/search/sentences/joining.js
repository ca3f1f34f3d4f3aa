/** What a sentence says twice: « samedi, dimanche », « un week-end en décembre », two towns. */

const length = ({ days: [first = 0, last = Infinity] }) => last - first;

/** One of several days: those that follow one another are a span, else the shortest that lies in all others is kept. */
function oneSpan(dated) {
  const [least, ...others] = [...dated].sort((one, other) => length(one) - length(other));
  const spans = dated.map(({ days }) => days).sort(([one], [other]) => one - other);
  if (spans.every(([first], at) => at === 0 || first === spans[at - 1][1] + 1)) {
    return { kept: { ...least, days: [spans[0][0], spans.at(-1)[1]], words: dated.map(({ words }) => words).join(" ") }, out: [] };
  }
  const inside = ({ days: [from = 0, until = Infinity] }) => from <= least.days[0] && least.days[1] <= until;
  return { kept: least, out: others.filter((other) => !inside(other)) };
}

/** The meanings that go together, and the words of the others: {meanings, out}. */
export function consistent(meanings) {
  const dated = meanings.filter(({ days }) => days);
  const towns = meanings.filter(({ town }) => town);
  const { kept, out } = dated.length > 1 ? oneSpan(dated) : { kept: dated[0], out: [] };
  const others = meanings.filter((meaning) => !dated.includes(meaning) && !towns.slice(1).includes(meaning));
  return { meanings: [...(kept ? [kept] : []), ...others], out: [...out, ...towns.slice(1)].map(({ words }) => words) };
}
