// Parses PowerShell until V8 would optimize its lexer, and prints the most memory that was resident, in KB.
import { join } from "node:path";
import { languages } from "../../../server/syntax/languages/index.ts";
import { Budget } from "../../../server/syntax/parsing/budget.ts";
import { Grammars } from "../../../server/syntax/parsing/grammars.ts";
import { parse } from "../../../server/syntax/parsing/parse.ts";
import { nodeHost } from "../../../server/workspace/host.node.ts";
import { readFixture } from "./language-fixture.ts";

const language = languages.find(({ name }) => name === "PowerShell");
if (!language || !("grammar" in language)) throw new Error("There is no grammar of PowerShell.");
const loaded = await new Grammars(nodeHost(join(import.meta.dirname, "../../../dist"))).load(language);
if (!loaded) throw new Error("The grammar of PowerShell cannot be loaded.");
const { text } = await readFixture(language.name);
const budget = new Budget({ total: Number.POSITIVE_INFINITY, slice: 50 });
(await budget.spend(parse(loaded, text.repeat(Math.ceil(200_000 / text.length)), budget))).delete();
// It is optimized in the background.
await new Promise((resolve) => setTimeout(resolve, 2000));
console.log(process.resourceUsage().maxRSS);
