// Lets a server work for long and watches its memory: `npm run soak`. Documents are opened, edited and closed, and a
// catalog is changed again and again; after each tenth of the work the memory of the process is printed. Exits with 1 if
// it still grows in the second half.
import { execFileSync } from "node:child_process";
import { languages } from "../../server/syntax/languages/index.ts";
import { readFixture } from "../server/harness/language-fixture.ts";
import { pseudoRandom } from "../server/harness/numbers.ts";
import type { OpenDocument } from "../server/harness/open-document.ts";
import { Project } from "../server/harness/test-project.ts";

const documents = 5000;
const edits = 50_000;
const catalogChanges = 1000;

/** How much larger the memory may be at the end than at half the work: the garbage collector leaves more or less. */
const maximumGrowth = 1.15;

const texts = await Promise.all(
  languages.map(async ({ name, ids }) => ({ id: ids[0] ?? "", text: (await readFixture(name)).text })),
);
const project = await Project.of(
  {
    ".error-codes.yaml": "catalogs: [{ path: acme.yaml, provider: acme, complete: true }]\n",
    "acme.yaml": catalogWith(0),
  },
  // A small heap is collected often, so that what is printed is what is kept.
  { nodeOptions: ["--max-old-space-size=256"] },
);
const random = pseudoRandom(1);

function catalogWith(number: number): string {
  return `version: 1\nentries:\n  - { code: Acme.Late${number}, summary: Late. }\n  - { code: Acme.Gone, summary: Gone. }\n`;
}

/** The resident memory of the server in MB. */
function memory(): number {
  const kilobytes = execFileSync("ps", ["-o", "rss=", "-p", String(project.client.pid)], {
    encoding: "utf8",
  });
  return Math.round(Number(kilobytes) / 1024);
}

/** Repeats a step, prints the memory after each tenth, and returns whether it has stopped growing. */
async function soak(name: string, count: number, step: (index: number) => Promise<void>): Promise<boolean> {
  const megabytes: number[] = [];
  for (let index = 1; index <= count; index++) {
    await step(index);
    if (index % (count / 10) === 0) megabytes.push(memory());
  }
  console.log(`${count} ${name}: ${megabytes.join(" ")} MB`);
  return (megabytes.at(-1) ?? 0) <= maximumGrowth * (megabytes[4] ?? 0);
}

async function openOne(index: number): Promise<OpenDocument> {
  const { id, text } = texts[index % texts.length] ?? { id: "go", text: "" };
  const open = await project.open(`src/file-${index}.txt`, id, text.replace("|", ""));
  await open.diagnose();
  return open;
}

const open: OpenDocument[] = [];

/** Types or removes a letter somewhere, and asks for diagnostics after every fifth edit. */
async function edit(index: number): Promise<void> {
  const one = open[random(open.length)] as OpenDocument;
  const start = one.document.positionAt(random(one.text.length));
  const isRemoval = random(2) === 0;
  const end = isRemoval ? { line: start.line, character: start.character + 1 } : start;
  const letter = "aB\"'\n}{;"[random(8)] ?? "a";
  await one.change([{ range: { start, end }, text: isRemoval ? "" : letter }]);
  if (index % 5 === 0) await one.diagnose();
}

async function changeCatalog(index: number): Promise<void> {
  await project.change({ "acme.yaml": catalogWith(index) });
  await open[index % open.length]?.hover({ line: 0, character: 10 });
}

console.log(`at the start: ${memory()} MB`);
const isFlat = [
  await soak("documents opened and closed", documents, async (index) => (await openOne(index)).close()),
];
for (let index = 0; index < 30; index++) open.push(await openOne(index));
isFlat.push(await soak("edits", edits, edit));
isFlat.push(await soak("changes of a catalog", catalogChanges, changeCatalog));
await project.end();
process.exitCode = isFlat.every(Boolean) ? 0 : 1;
