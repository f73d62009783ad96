-- Error Code IntelliSense in Neovim 0.7 or newer. Run this file from your configuration: `:luafile docs/neovim.lua`.
-- In 0.11 and newer, the few lines in docs/editors.md do the same. The completion is Neovim's own: CTRL-X CTRL-O.
-- `vim.g.error_codes_server` is the path of `dist/server.js`, where `error-code-language-server` is not installed.

-- Before 0.10, Neovim keeps only the completions whose inserted text begins with what is typed, and does not read their
-- `filterText`: it would drop every code that is found by an abbreviation. A list that is incomplete has been filtered
-- by its server already.
if vim.fn.has("nvim-0.10") == 0 then
  local util = require("vim.lsp.util")
  local convert = util.text_document_completion_list_to_complete_items
  util.text_document_completion_list_to_complete_items = function(result, prefix)
    return convert(result, result.isIncomplete and "" or prefix)
  end
end

local path = vim.g.error_codes_server
local client

-- One server for all files.
local function start()
  return vim.lsp.start_client({
    name = "error-codes",
    cmd = path and { "node", path, "--stdio" } or { "error-code-language-server", "--stdio" },
    root_dir = vim.fn.getcwd(),
    on_exit = function() client = nil end,
  })
end

local function attach(event)
  local buffer = event.buf
  if vim.bo[buffer].buftype ~= "" then return end
  client = client or start()
  if client then
    vim.lsp.buf_attach_client(buffer, client)
    vim.bo[buffer].omnifunc = "v:lua.vim.lsp.omnifunc"
  end
end

-- Also a file without a type has one for the server, by its name.
vim.api.nvim_create_autocmd({ "BufReadPost", "BufNewFile" }, { callback = attach })
