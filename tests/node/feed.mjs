// What rss-parser reads of a feed on standard input: [title, day of publication in UTC, id, text] of each item, as JSON.

import { readFileSync } from "node:fs";
import Parser from "rss-parser";

const feed = await new Parser().parseString(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(feed.items.map((item) => [item.title, item.isoDate, item.guid, item["content:encoded"]])));
