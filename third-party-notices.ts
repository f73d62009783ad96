import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

const modules = join(import.meta.dirname, "node_modules");

/** A package that is part of the bundles, or that a file beside them comes from. */
interface Notice {
  name: string;
  version: string;
  license: string;
  homepage: string;
  /** The text of the licence, as the package has it. */
  text: string;
}

/** The grammars in a package that is a collection of them, and whose rights they are: the package does not say. */
const collected: Record<string, { repository: string; copyright: string }> = {
  "tree-sitter-bash": {
    repository: "https://github.com/tree-sitter/tree-sitter-bash",
    copyright: "Copyright (c) 2017 Max Brunsfeld",
  },
  "tree-sitter-c-sharp": {
    repository: "https://github.com/tree-sitter/tree-sitter-c-sharp",
    copyright: "Copyright (c) 2014-2023 Max Brunsfeld, Damien Guard, Amaan Qureshi, and contributors.",
  },
  "tree-sitter-cpp": {
    repository: "https://github.com/tree-sitter/tree-sitter-cpp",
    copyright: "Copyright (c) 2014 Max Brunsfeld",
  },
  "tree-sitter-go": {
    repository: "https://github.com/tree-sitter/tree-sitter-go",
    copyright: "Copyright (c) 2014 Max Brunsfeld",
  },
  "tree-sitter-java": {
    repository: "https://github.com/tree-sitter/tree-sitter-java",
    copyright: "Copyright (c) 2017 Ayman Nadeem",
  },
  "tree-sitter-javascript": {
    repository: "https://github.com/tree-sitter/tree-sitter-javascript",
    copyright: "Copyright (c) 2014 Max Brunsfeld",
  },
  "tree-sitter-php": {
    repository: "https://github.com/tree-sitter/tree-sitter-php",
    copyright:
      "Copyright (c) 2017 Josh Vera, GitHub\nCopyright (c) 2019 Max Brunsfeld, Amaan Qureshi, Christian Frøystad, Caleb White",
  },
  "tree-sitter-powershell": {
    repository: "https://github.com/airbus-cert/tree-sitter-powershell",
    copyright: "Copyright (c) 2023 Airbus CERT",
  },
  "tree-sitter-python": {
    repository: "https://github.com/tree-sitter/tree-sitter-python",
    copyright: "Copyright (c) 2016 Max Brunsfeld",
  },
  "tree-sitter-ruby": {
    repository: "https://github.com/tree-sitter/tree-sitter-ruby",
    copyright: "Copyright (c) 2016 Rob Rix",
  },
  "tree-sitter-rust": {
    repository: "https://github.com/tree-sitter/tree-sitter-rust",
    copyright: "Copyright (c) 2017 Maxim Sokolov",
  },
  "tree-sitter-tsx": {
    repository: "https://github.com/tree-sitter/tree-sitter-typescript",
    copyright: "Copyright (c) 2017 Max Brunsfeld",
  },
  "tree-sitter-typescript": {
    repository: "https://github.com/tree-sitter/tree-sitter-typescript",
    copyright: "Copyright (c) 2017 Max Brunsfeld",
  },
};

/** The packages that packages contain in bundles of their own; those that are not installed have their rights below. */
const contained: Record<string, readonly string[]> = {
  "vscode-uri": ["path-browserify"],
  "@modelcontextprotocol/server": [
    "@modelcontextprotocol/core-internal",
    "ajv",
    "ajv-formats",
    "content-type",
    "fast-deep-equal",
    "fast-uri",
    "json-schema-traverse",
  ],
};

const rightsOfContained: Record<string, { repository: string; copyright: string } | undefined> = {
  "path-browserify": {
    repository: "https://github.com/browserify/path-browserify",
    copyright: "Copyright (c) 2013 James Halliday",
  },
  "content-type": {
    repository: "https://github.com/jshttp/content-type",
    copyright: "Copyright (c) 2015 Douglas Christopher Wilson",
  },
};

/** The collection. */
const collection = "@vscode/tree-sitter-wasm";

/**
 * Returns the notices of everything of others that is shipped, as a text. `inputs` are the paths of the files that went
 * into the bundles, `copied` those that were copied beside them; both are relative to the project or absolute. Throws if
 * a licence is missing.
 */
export async function thirdPartyNotices(
  inputs: Iterable<string>,
  copied: readonly string[],
): Promise<string> {
  const packages = new Set([...inputs, ...copied].flatMap((path) => packageOf(path) ?? []));
  const notices = await Promise.all([...packages].map(noticeOf));
  for (const path of copied.filter((one) => packageOf(one) === collection)) {
    const [, name = ""] = /([\w-]+)\.wasm$/.exec(path) ?? [];
    notices.push(await noticeWithin(collection, name, collected[name]));
  }
  for (const outer of packages)
    for (const name of contained[outer] ?? []) notices.push(await noticeOfContained(outer, name));
  notices.sort((a, b) => (a.name < b.name ? -1 : 1));
  return [introduction, ...notices.map(formatted)].join(`\n${"-".repeat(80)}\n\n`);
}

const introduction = `Error Code IntelliSense contains the following software of others.
Each is listed with its version, its licence and where it comes from.
`;

function formatted({ name, version, license, homepage, text }: Notice): string {
  return `${name} ${version}\nLicence: ${license}\n${homepage}\n\n${text.trim()}\n`;
}

/** Returns the name of the innermost package that a file is in; undefined if it is in none. */
function packageOf(path: string): string | undefined {
  const [, inside] = /^.*[\\/]?node_modules[\\/](.*)$/.exec(path) ?? [];
  return inside && /^(?:@[^\\/]+[\\/])?[^\\/]+/.exec(inside)?.[0].replace("\\", "/");
}

async function noticeOf(name: string): Promise<Notice> {
  const folder = join(modules, name);
  const manifest = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  const { version, license } = manifest;
  const files = (await readdir(folder)).filter((one) =>
    /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/i.test(one),
  );
  const texts = await Promise.all(files.sort().map((one) => readFile(join(folder, one), "utf8")));
  const text = texts.join("\n\n") || (await licenseInReadme(folder)) || licenseOfAuthors(manifest);
  if (typeof license !== "string" || text === "")
    throw new Error(`The package ${name} is shipped, but has no licence that can be shipped with it.`);
  return { name, version, license, homepage: homepageOf(name, manifest), text };
}

/** In UTF-16 units. */
const shortestLicence = 400;

/** Returns the section of a package's README on its licence, where it has no file for that. */
async function licenseInReadme(folder: string): Promise<string> {
  const name = (await readdir(folder)).find((one) => /^readme/i.test(one));
  const text = name ? await readFile(join(folder, name), "utf8") : "";
  const section = /^#+ licen[cs]e\s*\n([\s\S]*?)(?=^#|(?![\s\S]))/im.exec(text)?.[1]?.trim() ?? "";
  // Many only name it there.
  return section.length < shortestLicence ? "" : section;
}

/** Returns the MIT licence of the authors that a manifest names, where the package states it without its text. */
function licenseOfAuthors({ license, author, authors = [author] }: Record<string, unknown>): string {
  const names = (authors as unknown[]).flatMap((one) => {
    const name = typeof one === "string" ? one : (one as { name?: string } | null | undefined)?.name;
    return name ? name.replace(/\s*[<(].*$/, "") : [];
  });
  return license === "MIT" && names.length > 0 ? mitOf(`Copyright (c) ${names.join(", ")}`) : "";
}

function homepageOf(name: string, { homepage, repository }: Record<string, unknown>): string {
  const url = typeof repository === "object" ? (repository as { url?: string } | null)?.url : repository;
  const written = String(homepage ?? url ?? "").replace(/^git\+|\.git$/g, "");
  return written.startsWith("http") ? written : `https://www.npmjs.com/package/${name}`;
}

/** Returns the notice of a package that another one contains. */
async function noticeOfContained(outer: string, name: string): Promise<Notice> {
  const rights = rightsOfContained[name];
  if (rights) return noticeWithin(outer, name, rights);
  const around = await noticeOf(outer);
  // A part of the same project has its licence.
  const isOwn = name.startsWith(`${outer.split("/")[0]}/`);
  return { ...(isOwn ? around : await noticeOf(name)), name, version: `(as in ${outer} ${around.version})` };
}

/** Returns the notice of a part of a package that is of others, under the MIT licence. */
async function noticeWithin(
  outer: string,
  name: string,
  rights: { repository: string; copyright: string } | undefined,
): Promise<Notice> {
  if (!rights) throw new Error(`${name} is shipped, but third-party-notices.ts has no licence of it.`);
  const { version } = JSON.parse(await readFile(join(modules, outer, "package.json"), "utf8"));
  const { repository, copyright } = rights;
  const text = mitOf(copyright);
  return { name, version: `(as in ${outer} ${version})`, license: "MIT", homepage: repository, text };
}

function mitOf(copyright: string): string {
  return `The MIT License (MIT)\n\n${copyright}\n\n${mit}`;
}

const mit = `Permission is hereby granted, free of charge, to any person obtaining a copy
of this software and associated documentation files (the "Software"), to deal
in the Software without restriction, including without limitation the rights
to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all
copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
SOFTWARE.`;
