/** Results one page after the other, each with its data: best first, or newest first. */

const AHEAD = 4; // results of a shard that are read at once

/** Results that are in order already. */
export function listed(results) {
  let at = 0;
  return (count) => {
    const next = results.slice(at, at + count);
    at += next.length;
    return Promise.all(next.map((result) => result.data()));
  };
}

/** Results by date, in shards (lists) that each know the order of their own only: the newest of what comes first in each. */
export function newest(shards) {
  const queues = shards.map((results) => ({ results: [...results], read: [] }));

  async function fill(queue) {
    if (queue.read.length) return;
    queue.read = await Promise.all(queue.results.splice(0, AHEAD).map((result) => result.data()));
  }

  async function next(count) {
    const found = [];
    while (found.length < count) {
      await Promise.all(queues.map(fill));
      const ready = queues.filter((queue) => queue.read.length);
      if (!ready.length) break;
      const first = ready.reduce((best, queue) => (queue.read[0].meta.date > best.read[0].meta.date ? queue : best));
      found.push(first.read.shift());
    }
    return found;
  }

  let last = Promise.resolve();
  return (count) => (last = last.then(() => next(count))); // one page at a time
}
