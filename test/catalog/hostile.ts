import type { Entry } from "../../catalog/model/entry.ts";

/** An entry all of whose texts try to inject Markdown, HTML or commands where they are rendered. */
export const hostile: Entry = {
  provider: "[x](command:evil)",
  service: "<img src=x onerror=alert(1)>",
  code: "A`](command:evil)",
  httpStatus: [],
  messages: ["``` [m](command:evil)\n# head"],
  summary: { en: "[click](command:evil) <b>&lt;</b> ![i](http://x)\n\n# head\n- list" },
  source: [{ document: "[d](command:evil)", section: "<b>" }],
};
