import { merge } from "../../../catalog/importers/merge.ts";
import { readUserCatalog } from "../../../catalog/importers/user-catalog.ts";
import { Catalog } from "../../../catalog/model/catalog.ts";
import type { CatalogData } from "../../../catalog/model/entry.ts";
import { atOnce } from "../../../catalog/model/slices.ts";
import { CodeTable } from "../../../catalog/search/code-table.ts";
import { Search } from "../../../catalog/search/search.ts";
import { Speller } from "../../../catalog/search/spelling/speller.ts";
import { parseConfiguration } from "../../../server/configuration/configuration.ts";
import { IndexedCatalog } from "../../../server/configuration/indexed-catalog.ts";
import { Project } from "../../../server/configuration/project.ts";
import { importMarkdown } from "../../catalog/importers/fixture.ts";
import { codeAt } from "./code-pieces.ts";
import type { Shape } from "./measure.ts";

// What is read before any document: configurations, catalogs, and the documents of vendors.

function repeat(count: number, separator: string, textOf: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => textOf(index)).join(separator);
}

const head = "version: 1\nprovider: acme\n";

const configurations: Readonly<Record<string, (count: number) => string>> = {
  "blank lines": (count) => `providers: aws\n${"\n".repeat(count)}`,
  "blank lines and comments": (count) => `providers: aws\n${"\n\n# a\n".repeat(count)}`,
  blanks: (count) => `providers: aws\n${" ".repeat(count)}`,
  "unknown keys": (count) => repeat(count, "\n", (index) => `key${index}: 1`),
  "unknown keys in rows": (count) =>
    `catalogs:\n${repeat(count, "\n", (index) => `  - path: a${index}\n    unknown: 1`)}`,
  "unknown rules": (count) => `rules:\n${repeat(count, "\n", (index) => `  rule${index}: off`)}`,
  pins: (count) => `pins:\n${repeat(count, "\n", (index) => `  a${index}: aws`)}`,
  "ignored codes": (count) => `ignore:\n  codes:\n${repeat(count, "\n", (index) => `    - Code${index}*`)}`,
  "nested lists": (count) =>
    `providers: ${"[".repeat(Math.min(count, 500))}${"]".repeat(Math.min(count, 500))}`,
  "wrong values": (count) => `providers:\n${repeat(count, "\n", () => "  - [1]")}`,
};

const catalogs: Readonly<Record<string, (count: number) => string>> = {
  entries: (count) =>
    `${head}entries:\n${repeat(count, "\n", (index) => `  - code: Code.Number${index}\n    summary: a text`)}`,
  "equal entries": (count) =>
    `${head}entries:\n${repeat(count, "\n", () => `  - code: ${codeAt(0)}\n    messages: [a]`)}`,
  "unknown keys": (count) =>
    `${head}entries:\n  - code: A\n${repeat(count, "\n", (index) => `    key${index}: 1`)}`,
  "unknown keys in entries": (count) =>
    `${head}entries:\n${repeat(count, "\n", (index) => `  - code: A${index}\n    key: 1`)}`,
  "entries without codes": (count) => `${head}entries:\n${repeat(count, "\n", () => "  - summary: a")}`,
  "rows without tables": (count) =>
    `${head}entries:\n  - code: A\n    rows:\n${repeat(count, "\n", (index) => `      - t${index}`)}`,
  tables: (count) =>
    `${head}tables:\n${repeat(count, "\n", (index) => `  t${index}: { document: a, section: s${index} }`)}`,
  "messages of one entry": (count) =>
    `${head}entries:\n  - code: A\n    messages:\n${repeat(count, "\n", (index) => `      - a message ${index} about %s`)}`,
  "one line of JSON": (count) =>
    `{"version": 1, "provider": "acme", "entries": [${repeat(count, ",", (index) => `{"code": "A${index}"}`)}]}`,
};

const table = "| Error code | Description |\n|---|---|\n";

const documents: Readonly<Record<string, (count: number) => string>> = {
  rows: (count) => table + repeat(count, "\n", (index) => `| ${codeAt(index)} | a text |`),
  tables: (count) =>
    repeat(count, "\n\n", (index) => `## Section ${index}\n\n${table}| ${codeAt(index)} | a text |`),
  columns: (count) =>
    `|${" Error code |".repeat(count)}\n|${"---|".repeat(count)}\n|${repeat(count, "|", codeAt)}|`,
  "long cell without blanks": (count) => `${table}| ${codeAt(0)} | ${"a".repeat(count)} |`,
  "long cell of words": (count) => `${table}| ${codeAt(0)} | ${"a ".repeat(count)} |`,
  "long cell of codes": (count) => `${table}| ${repeat(count, ", ", codeAt)} | a text |`,
  "cell of quotes": (count) => `${table}| ${"'".repeat(count)}x | a text |`,
  "cell of brackets": (count) => `${table}| ${codeAt(0)} | ${"[".repeat(count)} |`,
  "cell of links": (count) => `${table}| ${codeAt(0)} | ${"[a](b) ".repeat(count)} |`,
  "cell of links in brackets": (count) =>
    `${table}| ${codeAt(0)} | ${"[".repeat(count)}${"[a](b)".repeat(count)} |`,
  "cell of open links": (count) => `${table}| ${codeAt(0)} | ${'[a](b "'.repeat(count)} |`,
  "cell of backticks": (count) =>
    `${table}| ${codeAt(0)} | ${repeat(Math.ceil(Math.sqrt(count)), " ", (index) => "`".repeat(index + 1))} |`,
  "cell of stars": (count) => `${table}| ${codeAt(0)} | ${"*a ".repeat(count)} |`,
  "cell of signs": (count) => `${table}| ${codeAt(0)} | ${"<".repeat(count)} |`,
  "cell of parentheses": (count) => `${table}| ${codeAt(0)} | [a](${"(".repeat(count)} |`,
  "cell of entities": (count) => `${table}| ${codeAt(0)} | ${"&lt;".repeat(count)} |`,
  "cell of escapes": (count) => `${table}| ${codeAt(0)} | ${"\\|".repeat(count)} |`,
  "paragraph of lines": (count) =>
    `${repeat(count, "\n", (index) => `line ${index}`)}\n\n${table}| ${codeAt(0)} | a |`,
  "paragraph of lines with bars": (count) => repeat(count, "\n", (index) => `line ${index} | a`),
  "quoted paragraph": (count) =>
    `${repeat(count, "\n", (index) => `> line ${index}`)}\n\n${table}| ${codeAt(0)} | a |`,
  "nested quotes": (count) => `${">".repeat(Math.min(count, 2000))} ${table}`,
  "delimiter rows": (count) => `| a |\n${"|---|\n".repeat(count)}`,
  "HTML rows": (count) =>
    `<table><tr><th>Error code</th><th>Text</th></tr>\n${repeat(count, "\n", (index) => `<tr><td>${codeAt(index)}</td><td>a text</td></tr>`)}</table>`,
  "HTML tables": (count) =>
    repeat(
      count,
      "\n",
      (index) => `<table><tr><th>Error code</th></tr><tr><td>${codeAt(index)}</td></tr></table>`,
    ),
  "open HTML tables": (count) => "<table>".repeat(count),
  headings: (count) => repeat(count, "\n", (index) => `# Heading ${index}`),
  "link definitions": (count) =>
    `${repeat(count, "\n", (index) => `[a${index}]: b`)}\n\n${table}| ${codeAt(0)} | [a1] |`,
};

/** The data of a catalog with a number of codes of a provider, each in a service of its own if wanted. */
function dataOf(count: number, isEachService: boolean): CatalogData {
  const entries = Array.from({ length: count }, (_, index) => ({
    provider: "acme",
    service: isEachService ? `s${index}` : "common",
    code: `Failure.Number${index}Invalid`,
    httpStatus: [],
    messages: [`The number ${index} is not valid for %s`],
    summary: { en: "a text" },
    source: [],
  }));
  const services = entries.map(({ service }) => ({ provider: "acme", service, name: { en: service } }));
  return { providers: [], services, concepts: [], entries, known: {}, pinyin: {} };
}

const empty: CatalogData = { providers: [], services: [], concepts: [], entries: [], known: {}, pinyin: {} };

/** Returns the project of a configuration, with a catalog of one provider and without entries. */
function projectWith(configuration: object): Project {
  const { value } = parseConfiguration(JSON.stringify(configuration), "", { rules: [] });
  const acme = {
    id: "acme",
    name: { en: "Acme" },
    aliases: [],
    imports: [],
    hosts: [],
    responses: [],
    links: {},
    sharedFamilies: [],
    partial: [],
    looseSpelling: false,
  };
  const catalog = new IndexedCatalog(new Catalog({ ...empty, providers: [acme] }));
  return new Project(catalog, value ? { uri: "file:///a/.error-codes.yaml", configuration: value } : {});
}

/** What is done with a catalog, by the names of the shapes. */
const uses: Readonly<Record<string, (count: number) => () => unknown>> = {
  "many user catalogs": (count) => {
    const { entries, services } = dataOf(count, true);
    const all = entries.map((entry, index) => ({
      providers: [],
      services: services.slice(index, index + 1),
      entries: [{ ...entry, provider: `p${index}` }],
      concepts: [],
      complete: false,
    }));
    return () => atOnce(new Catalog(empty).with(all));
  },
  "equal entries": (count) => {
    const { entries } = dataOf(count, false);
    const all = entries.map((entry) => ({ ...entry, code: "A", source: [{ document: "a" }] }));
    return () =>
      atOnce(
        new Catalog(empty).with([
          { providers: [], services: [], entries: all, concepts: [], complete: false },
        ]),
      );
  },
  "codes below each code": (count) => {
    const catalog = new Catalog(dataOf(count, false));
    return () => catalog.entries.map((entry) => catalog.children(entry));
  },
  "services of each entry": (count) => {
    const catalog = new Catalog(dataOf(count, true));
    return () => catalog.entries.map((entry) => catalog.service(entry.provider, entry.service));
  },
  "search by filter": (count) => {
    const search = new Search(new Catalog(dataOf(count, true)));
    return () => search.find("provider:acme number");
  },
  "search by message": (count) => {
    const search = new Search(new Catalog(dataOf(count, false)));
    return () => search.findMessage("The number 1 is not valid for us");
  },
  "tables of codes": (count) => {
    const catalog = new Catalog(dataOf(count, false));
    return () => [CodeTable.of(catalog), new Speller(catalog)];
  },
  "ignored codes": (count) => {
    const names = Array.from({ length: count }, (_, index) => `Failure.Number${index}Invalid`);
    const project = projectWith({ ignore: { codes: names } });
    return () => names.map((name) => project.ignoresCode(name));
  },
  "patterns of ignored codes": (count) => {
    const names = Array.from({ length: count }, (_, index) => `Failure.Number${index}Invalid`);
    const codes = names.map((name, index) =>
      ["*", name.slice(7 + (index % 3)), "*"].slice(index % 2).join(""),
    );
    const project = projectWith({ ignore: { codes } });
    return () => names.map((name) => project.ignoresCode(name));
  },
  "ignored files": (count) => {
    const paths = Array.from(
      { length: count },
      (_, index) => `src/part${index}/${index % 2 ? "**" : "*.ts"}`,
    );
    const project = projectWith({ ignore: { paths } });
    const uris = paths.map((_, index) => `file:///a/src/part${index}/a.ts`);
    return () => uris.map((uri) => project.ignoresFile(uri));
  },
  "pinned files": (count) => {
    const paths = Array.from({ length: count }, (_, index) => `src/part${index}${index % 2 ? "/" : ""}`);
    const project = projectWith({ pins: Object.fromEntries(paths.map((path) => [path, "acme"])) });
    const uris = paths.map((_, index) => `file:///a/src/part${index}/a.ts`);
    return () => uris.map((uri) => project.pinsOf(uri));
  },
  "problems of a configuration": (count) => {
    const names = Array.from({ length: count }, (_, index) => `name${index}`);
    const pairs = Object.fromEntries(names.map((name) => [name, "x"]));
    const text = JSON.stringify({ ...pairs, rules: pairs, pins: pairs, providers: names });
    return () => parseConfiguration(text, "", { rules: ["misspelled-code"] }).problems;
  },
};

const imported = (count: number) => importMarkdown(documents.tables?.(count) ?? "").rows;

/** Returns the shapes of all readers of files that are not code, and of what is done with catalogs. */
export function catalogShapes(): Shape[] {
  const shape = (name: string, prepare: (size: number) => () => unknown): Shape => ({ name, prepare });
  const texts = (
    kind: string,
    all: Readonly<Record<string, (count: number) => string>>,
    read: (text: string) => unknown,
  ) =>
    Object.entries(all).map(([name, write]) =>
      shape(`${kind}: ${name}`, (size) => {
        const text = write(size);
        return () => read(text);
      }),
    );
  return [
    ...texts("configuration", configurations, (text) =>
      parseConfiguration(text, ".error-codes.yaml", { rules: [] }),
    ),
    ...texts("catalog file", catalogs, (text) =>
      atOnce(readUserCatalog(text, "a.yaml", "file:///a.yaml", {})),
    ),
    ...texts("Markdown import", documents, (text) => importMarkdown(text)),
    ...Object.entries(uses).map(([name, prepare]) => shape(`catalog: ${name}`, prepare)),
    shape("merge: new file", (size) => {
      const rows = imported(size);
      return () => merge(undefined, [{ document: "a", rows }], { provider: "acme" });
    }),
    shape("merge: rows of one code", (size) => {
      const rows = imported(size).map((row) => ({ ...row, code: "A" }));
      return () => merge(undefined, [{ document: "a", rows }], { provider: "acme" });
    }),
    shape("merge: file again", (size) => {
      const rows = imported(size).map((row) => ({ ...row, code: "A" }));
      const { text } = merge(undefined, [{ document: "a", rows }], { provider: "acme" });
      const changed = rows.map((row) => ({ ...row, httpStatus: [400] }));
      return () => merge(text, [{ document: "a", rows: changed }], { provider: "acme" });
    }),
  ];
}
