import assert from "node:assert/strict";
import { languageById, languageIdOf } from "../../../server/syntax/languages/index.ts";

/** What editors send as the language of a file, with the name of the file and the language that it is in. */
const sent: Record<string, readonly (readonly [id: string, file: string, language: string])[]> = {
  "Vim and Neovim": [
    ["cs", "a.cs", "C#"],
    ["sh", "a.sh", "Shell"],
    ["bash", "a", "Shell"],
    ["zsh", "a.zsh", "Shell"],
    ["ps1", "a.ps1", "PowerShell"],
    ["dosini", "a.ini", "Properties"],
    ["jproperties", "a.properties", "Properties"],
    ["conf", "app.conf", "Properties"],
    ["terraform", "a.tf", "Terraform"],
    ["terraform-vars", "a.tfvars", "Terraform"],
    ["tf", "a.tf", "Terraform"],
    ["typescript.tsx", "a.tsx", "TSX"],
    ["javascript.jsx", "a.jsx", "JavaScript"],
    ["javascriptreact", "a.jsx", "JavaScript"],
    ["yaml.ansible", "a.yml", "YAML"],
    ["yaml.docker-compose", "compose.yml", "YAML"],
    ["objc", "a.mm", "C++"],
    ["cuda", "a.cu", "C++"],
    ["htmldjango", "a.html", "HTML"],
    ["", "a.go", "Go"],
    ["", "a.json5", "JSON"],
  ],
  "Emacs, by the names of modes": [
    ["csharp", "a.cs", "C#"],
    ["sh", "a.sh", "Shell"],
    ["bash-ts", "a.sh", "Shell"],
    ["bash-ts-mode", "a", "Shell"],
    ["c++", "a.cpp", "C++"],
    ["c++-ts", "a.h", "C++"],
    ["js", "a.js", "JavaScript"],
    ["js-json", "a.json", "JSON"],
    ["js2", "a.js", "JavaScript"],
    ["tsx-ts", "a.tsx", "TSX"],
    ["typescript-ts-base", "a.ts", "TypeScript"],
    ["conf-javaprop", "a.properties", "Properties"],
    ["conf-windows", "a.ini", "Properties"],
    ["conf-toml", "a.toml", "TOML"],
    ["nxml", "a.xml", "XML"],
    ["gfm", "a.md", "Markdown"],
    ["mhtml", "a.html", "HTML"],
    ["enh-ruby", "a", "Ruby"],
    ["rustic", "a.rs", "Rust"],
    ["fundamental", "a.py", "Python"],
  ],
  Helix: [
    ["c-sharp", "a.cs", "C#"],
    ["bash", "a.sh", "Shell"],
    ["tfvars", "a.tfvars", "Terraform"],
    ["jsx", "a.jsx", "JavaScript"],
    ["tsx", "a.tsx", "TSX"],
    ["env", ".env", "Properties"],
    ["ini", "a.ini", "Properties"],
    ["docker-compose", "compose.yaml", "YAML"],
  ],
  Kate: [
    ["c++", "a.cpp", "C++"],
    ["c#", "a.cs", "C#"],
    ["bash", "a.sh", "Shell"],
    ["ini files", "a.ini", "Properties"],
    ["java", "A.java", "Java"],
  ],
  "Sublime Text": [
    ["shellscript", "a.sh", "Shell"],
    ["java-props", "a.properties", "Properties"],
    ["csharp", "a.cs", "C#"],
    ["terraform", "a.tf", "Terraform"],
  ],
  "IDEs of JetBrains": [
    ["C#", "a.cs", "C#"],
    ["TypeScript JSX", "a.tsx", "TSX"],
    ["ECMAScript 6", "a.js", "JavaScript"],
    ["Shell Script", "a.sh", "Shell"],
    ["ObjectiveC", "a.cpp", "C++"],
    ["HCL-Terraform", "a.tf", "Terraform"],
    ["JAVA", "A.java", "Java"],
    ["golang", "a.go", "Go"],
  ],
  Zed: [
    ["C++", "a.cpp", "C++"],
    ["Shell Script", "a.sh", "Shell"],
    ["Go", "a.go", "Go"],
    ["TSX", "a.tsx", "TSX"],
  ],
  "VS Code, with extensions": [
    ["helm", "values.yaml", "YAML"],
    ["azure-pipelines", "pipeline.yml", "YAML"],
    ["objective-c", "a.m", "C++"],
    ["dotenv", ".env", "Properties"],
  ],
};

describe("the language of a document", () => {
  for (const [editor, rows] of Object.entries(sent))
    it(`is known from what is sent by ${editor}`, () => {
      const found = rows.map(([id, file]) => {
        const known = languageById(languageIdOf(id, `file:///project/${file}`));
        return [id, file, known?.name];
      });
      assert.deepEqual(found, rows);
    });

  it("is the one that the editor names, whatever the file is called", () => {
    assert.equal(languageIdOf("jsonc", "file:///a.json"), "jsonc");
    assert.equal(languageIdOf("plaintext", "file:///a.go"), "plaintext");
    assert.equal(languageIdOf("log", "file:///a.json"), "log");
  });

  it("is told by the name without what follows it in the URI", () => {
    assert.equal(languageIdOf("", "vscode-vfs://host/a.go?version=1#L2"), "go");
  });

  it("stays what the editor calls it if nothing tells it", () => {
    for (const id of ["perl", "COBOL", "yamlish", ""]) assert.equal(languageIdOf(id, "file:///a.txt"), id);
  });
});
