import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { folderForEditor, type Shown, shownOf } from "./real-files.ts";

const root = join(import.meta.dirname, "../../..");

/** Completes before the closing quote with Neovim's own keys, accepts the first item, and writes down what it saw. */
const script = (isFixed: boolean) => `
vim.g.error_codes_server = ${JSON.stringify(join(root, "dist/server.js"))}
${isFixed ? `vim.cmd("luafile ${join(root, "docs/neovim.lua")}")` : ""}
vim.o.completeopt = "menuone,noselect"
vim.cmd("edit a.py")
if ${!isFixed} then
  local id = vim.lsp.start_client({ name = "error-codes", cmd = { "node", vim.g.error_codes_server, "--stdio" }, root_dir = vim.fn.getcwd() })
  vim.lsp.buf_attach_client(0, id)
  vim.bo.omnifunc = "v:lua.vim.lsp.omnifunc"
end
if vim.bo.filetype ~= "python" then vim.cmd("set filetype=python") end
local function keys(text) vim.api.nvim_input(text) end
local function finish(items)
  local file = io.open("seen.json", "w")
  file:write(vim.fn.json_encode({ version = tostring(vim.version().minor), items = items, line = vim.fn.getline(2) }))
  file:close()
  vim.cmd("qa!")
end
local function whenReady(holds, done, left)
  if holds() then return done() end
  if left == 0 then return finish({}) end
  vim.defer_fn(function() whenReady(holds, done, left - 1) end, 50)
end
local function isAttached()
  for _, client in pairs(vim.lsp.buf_get_clients(0)) do if client.initialized then return true end end
  return false
end
local function shown() return vim.fn.pumvisible() == 1 end
whenReady(isAttached, function()
  vim.api.nvim_win_set_cursor(0, { 2, 19 })
  keys("a<C-x><C-o>")
  whenReady(shown, function()
    local items = vim.tbl_map(function(item) return item.word end, vim.fn.complete_info().items)
    keys("<C-n><C-y>")
    vim.defer_fn(function() finish(items) end, 200)
  end, 100)
end, 200)
`;

/** Opens files, and writes down what is marked in each, the hover in the last one, and where its definition leads. */
const tour = (names: readonly string[]) => `
vim.g.error_codes_server = ${JSON.stringify(join(root, "dist/server.js"))}
vim.cmd("luafile ${join(root, "docs/neovim.lua")}")
local seen = { shown = {} }
local function wait(holds) return vim.wait(20000, holds, 20) end
for _, name in ipairs(vim.fn.json_decode(${JSON.stringify(JSON.stringify(names))})) do
  vim.cmd("edit " .. name)
  wait(function() return #vim.diagnostic.get(0) > 0 end)
  for _, found in ipairs(vim.diagnostic.get(0)) do
    local line = vim.api.nvim_buf_get_lines(0, found.lnum, found.lnum + 1, false)[1]
    table.insert(seen.shown, { file = name, marked = line:sub(found.col + 1, found.end_col) })
  end
end
seen.clients = #vim.lsp.get_active_clients()
vim.cmd("edit g.py")
vim.fn.setline(2, vim.fn.substitute(vim.fn.getline(2), "Expired", "Expire", ""))
vim.fn.cursor(2, vim.fn.match(vim.fn.getline(2), "SignatureExpire") + 1)
local place = vim.lsp.util.make_position_params()
for _, answer in pairs(vim.lsp.buf_request_sync(0, "textDocument/hover", place, 20000) or {}) do
  seen.hover = answer.result.contents.value
end
vim.cmd("silent write")
vim.lsp.buf.definition()
wait(function() return vim.fn.expand("%:e") == "md" end)
seen.page = vim.fn.getline(1)
seen.isReadOnly = vim.bo.readonly
local file = io.open("seen.json", "w")
file:write(vim.fn.json_encode(seen))
file:close()
vim.cmd("qa!")
`;

interface Seen {
  version: string;
  items: string[];
  line: string;
}

describe("Neovim", function () {
  // On a busy machine, each answer takes a while.
  this.timeout(160_000);
  let folder: Awaited<ReturnType<typeof folderForEditor>> | undefined;
  before(async function () {
    const { status, stdout } = spawnSync("nvim", ["--version"], { encoding: "utf8" });
    if (status !== 0) {
      console.log("        Neovim is not installed: the server is not tested in it.");
      this.skip();
    }
    console.log(`        ${stdout.split("\n")[0]}`);
    folder = await folderForEditor();
  });
  after(() => folder?.remove());

  async function run<T>(lua: string): Promise<T> {
    const { path = "", env } = folder ?? {};
    await writeFile(join(path, "run.lua"), lua);
    await rm(join(path, "seen.json"), { force: true });
    spawnSync("nvim", ["--headless", "--clean", "-c", "luafile run.lua"], {
      cwd: path,
      env,
      timeout: 150_000,
    });
    return JSON.parse(await readFile(join(path, "seen.json"), "utf8"));
  }

  async function complete(isFixed: boolean): Promise<Seen> {
    await writeFile(
      join(folder?.path ?? "", "a.py"),
      'import tencentcloud\nif e.code == "Sigexp":\n    pass\n',
    );
    return run(script(isFixed));
  }

  it("finds codes by abbreviations and replaces the whole word", async () => {
    const { items, line } = await complete(true);
    assert.equal(items[0], "AuthFailure.SignatureExpire");
    assert.equal(line, 'if e.code == "AuthFailure.SignatureExpire":');
  });

  it("loses them before 0.10 without the lines of docs/neovim.lua", async function () {
    const { version, items } = await complete(false);
    if (Number(version) >= 10) this.skip();
    assert.deepEqual(items, []);
  });

  it("marks codes in files of many languages behind any characters, with one server, and has their pages", async () => {
    const names = folder?.names ?? [];
    const { shown, clients, hover, page, isReadOnly } = await run<Tour>(tour(names));
    assert.deepEqual(shown, shownOf(names));
    assert.equal(clients, 1);
    assert.match(hover, /^`AuthFailure\.SignatureExpire`\n\n\*\*Tencent Cloud\*\* · /);
    assert.deepEqual([page, isReadOnly], ["# `AuthFailure.SignatureExpire`", true]);
  });
});

interface Tour {
  shown: Shown[];
  clients: number;
  hover: string;
  page: string;
  isReadOnly: boolean;
}
