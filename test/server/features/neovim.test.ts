import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

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

interface Seen {
  version: string;
  items: string[];
  line: string;
}

describe("completion in Neovim", () => {
  let folder: string;
  before(async function () {
    const { status, stdout } = spawnSync("nvim", ["--version"], { encoding: "utf8" });
    if (status !== 0) {
      console.log("        Neovim is not installed: its completion is not tested.");
      this.skip();
    }
    console.log(`        ${stdout.split("\n")[0]}`);
    folder = await mkdtemp(join(tmpdir(), "error-codes-neovim-"));
  });
  after(() => folder && rm(folder, { recursive: true, force: true }));

  async function complete(isFixed: boolean): Promise<Seen> {
    await writeFile(join(folder, "a.py"), 'import tencentcloud\nif e.code == "Sigexp":\n    pass\n');
    await writeFile(join(folder, "run.lua"), script(isFixed));
    await rm(join(folder, "seen.json"), { force: true });
    spawnSync("nvim", ["--headless", "--clean", "-c", "luafile run.lua"], { cwd: folder, timeout: 60_000 });
    return JSON.parse(await readFile(join(folder, "seen.json"), "utf8")) as Seen;
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
});
