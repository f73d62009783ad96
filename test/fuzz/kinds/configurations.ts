import assert from "node:assert/strict";
import { basename, join } from "node:path";
import fc from "fast-check";
import { parse } from "yaml";
import { Projects } from "../../../server/configuration/projects.ts";
import type { Host } from "../../../server/documents/host.ts";
import { ruleIds } from "../../../server/rules/index.ts";
import { nodeHost } from "../../../server/workspace/host.node.ts";
import { assertProblems, inTime } from "../invariants.ts";
import { type Kind, propertyOf } from "../kind.ts";
import { mutated } from "../mutation.ts";
import { catalogFile, catalogTable, configuration } from "./samples.ts";

const folder = "file:///project";
const pieces = [
  "\n  - path: ",
  "**/*",
  "*a*a*a*a*a*",
  "[!a-",
  "../../",
  "/proc/self/environ",
  "rules:\n",
  "constructor: error\n",
];
const files = { "acme.yaml": catalogFile, "errors.md": catalogTable, "other.json": '{"version": 1}' };

/** Configurations, loaded with the catalogs that they name: each problem stands where it is, and the rest is used. */
export const configurations: Kind = {
  name: "configurations",

  async start() {
    const host = nodeHost(join(import.meta.dirname, "../../../dist"));
    const builtIn = await host.readCatalog();
    const texts = [configuration, JSON.stringify(parse(configuration), undefined, 2)];
    const input = fc.record({
      name: fc.constantFrom(".error-codes.yaml", ".error-codes.json"),
      text: mutated(texts, ...pieces),
    });
    return {
      property: propertyOf(input, async ({ name, text }) => {
        const uri = `${folder}/${name}`;
        const projects = new Projects(hostWith(host, { [name]: text, ...files }), builtIn, ruleIds);
        const project = await inTime(() => projects.of(`${folder}/src/a.ts`));
        for (const [file, problems] of project.problems) {
          const source = file === uri ? text : (files[basename(file) as keyof typeof files] ?? "");
          assertProblems(problems, undefined, source);
        }
        const problems =
          (await inTime(() => projects.problemsIn(uri, text))) ?? assert.fail("not recognised");
        assertProblems(problems, `/project/${name}`, text);
        await inTime(() => {
          for (const path of ["src/a.ts", "gen/keep.ts", `${"a".repeat(60)}.yamlx`]) {
            project.ignoresFile(`${folder}/${path}`);
            project.pinsOf(`${folder}/${path}`);
          }
          project.ignoresCode(`${"a".repeat(60)}b`);
        });
      }),
    };
  },
};

/** Returns a host with these files in one folder, and no others. */
function hostWith(host: Host, texts: Record<string, string>): Host {
  const names = Object.keys(texts);
  const textOf = (uri: string) =>
    uri.startsWith(`${folder}/`) ? texts[uri.slice(folder.length + 1)] : undefined;
  const isHere = (uri: string) => uri.replace(/\/$/, "") === folder;
  return {
    ...host,
    read: async (uri) => {
      const text = textOf(uri);
      return text === undefined ? { failure: "missing" } : { text };
    },
    readText: async (uri) => textOf(uri),
    existingNames: async (uri, wanted) => (isHere(uri) ? wanted.filter((name) => names.includes(name)) : []),
    filesMatching: async (uri, glob) => ({
      files: isHere(uri)
        ? names.filter((name) => glob.endsWith(name.slice(-5))).map((name) => `${folder}/${name}`)
        : [],
    }),
  };
}
