/**
 * Names of languages beside their ids: those that other editors send as the language of a document, and those that
 * stand in documents before a region. In lower case, by the id that they stand for.
 */
const namesById: Readonly<Record<string, readonly string[]>> = {
  typescript: ["typescript.ts"],
  typescriptreact: ["typescript.tsx", "typescript.jsx", "typescript jsx", "tsx"],
  javascript: ["module", "node", "js2", "js3", "ecmascript", "ecmascript 6", "javascript.mjs"],
  javascriptreact: ["javascript.jsx", "js-jsx", "js2-jsx", "rjsx", "jsx", "javascript jsx"],
  go: ["golang"],
  python: ["python3", "python-2", "python-3"],
  groovy: ["gradle-groovy"],
  csharp: ["c#", "c-sharp", "cs"],
  php: ["php3", "phps", "php_only"],
  ruby: ["enh-ruby"],
  rust: ["rustic"],
  c: ["c-or-c++"],
  cpp: ["c++", "objc", "objcpp", "objective-c", "objective-c++", "objective-cpp", "objectivec", "oc"],
  "cuda-cpp": ["cuda"],
  shellscript: ["bash", "console", "ksh", "mksh", "sh", "shell", "shell script", "shell-unix-generic", "zsh"],
  powershell: ["ps1", "pwsh"],
  sql: ["sqlite", "ansi-sql"],
  terraform: ["hcl-terraform", "tf"],
  "terraform-vars": ["terraform-tfvars", "tfvars"],
  json: ["js-json", "json5"],
  jsonc: ["json with comments", "jsonc5"],
  yaml: ["yml"],
  toml: ["conf-toml"],
  xml: ["config-xml", "nxml", "xsd", "xslt"],
  properties: ["conf-javaprop", "java-properties", "java-props", "javaprop", "jproperties"],
  dotenv: ["conf-env", "env", "envrc"],
  ini: ["cfg", "conf", "conf-unix", "conf-windows", "dosini", "ini files", "pcfg"],
  markdown: ["gfm", "pandoc"],
  html: ["htmldjango", "mhtml", "web", "xhtml"],
  vue: ["vue-html", "vuejs"],
  svelte: ["svelte-html"],
  jupyter: ["ipynb"],
};

const idsByName: ReadonlyMap<string, string> = new Map(
  Object.entries(namesById).flatMap(([id, names]) => names.map((name): [string, string] => [name, id])),
);

/** Returns the id that another name, in lower case, stands for; undefined if it is not known. */
export function idNamed(name: string): string | undefined {
  return idsByName.get(name);
}
