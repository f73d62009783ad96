-- Error Code IntelliSense in Neovim 0.7 or newer, with its own completion (CTRL-X CTRL-O).
-- Set `vim.g.error_codes_server` to the path of `dist/server.js`, then run this file: `:luafile docs/neovim.lua`.

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

local function attach()
  local id = vim.lsp.start_client({
    name = "error-codes",
    cmd = { "node", vim.g.error_codes_server, "--stdio" },
    root_dir = vim.fn.getcwd(),
  })
  if id then
    vim.lsp.buf_attach_client(0, id)
    vim.bo.omnifunc = "v:lua.vim.lsp.omnifunc"
  end
end

vim.api.nvim_create_autocmd("FileType", { callback = attach })
