-- Works on bakery.goals as somebody would, and writes down what happened.
local said = {}
vim.opt.runtimepath:prepend(vim.env.SET_UP)
require('smartlint')
vim.lsp.config('smartlint', { cmd = vim.json.decode(vim.env.SERVER) })
vim.cmd.edit('bakery.goals')
vim.cmd('filetype detect')

local function wait(what, done) said[what] = vim.wait(20000, done, 50) end
local function line(number) return vim.api.nvim_buf_get_lines(0, number - 1, number, false)[1] end
local function found(code)
  for _, one in ipairs(vim.diagnostic.get(0)) do if one.code == code then return one end end
end

wait('attached', function() return #vim.lsp.get_clients({ bufnr = 0 }) > 0 end)
wait('shown', function() return found('SYN002') ~= nil end)
said.column = found('SYN002').col

local client = vim.lsp.get_clients({ bufnr = 0 })[1]
local document = { uri = vim.uri_from_bufnr(0) }
local function ask(method, row, column, more)
  local params = { textDocument = document, position = row and { line = row, character = column } or nil }
  local answer = assert(client:request_sync(method, vim.tbl_extend('force', params, more or {}), 10000, 0))
  assert(answer.err == nil, vim.inspect(answer.err))
  return answer.result
end

local whole = { start = { line = 0, character = 0 }, ['end'] = { line = 5, character = 0 } }
said.hover = ask('textDocument/hover', 1, 3).contents.value
said.completion = #ask('textDocument/completion', 1, 2)
said.hint = ask('textDocument/inlayHint', nil, nil, { range = whole })
said.lenses = vim.tbl_map(function(one) return one.command.title end, ask('textDocument/codeLens'))
said.definition = ask('textDocument/definition', 4, 13)[1].range.start.character
said.references = #ask('textDocument/references', 0, 6, { context = { includeDeclaration = true } })
said.symbols = vim.tbl_map(function(one) return one.name end, ask('textDocument/documentSymbol'))
said.folds = #ask('textDocument/foldingRange')
said.colours = #ask('textDocument/semanticTokens/full').data / 5

vim.lsp.buf.code_action({ apply = true, context = { only = { 'source.fixAll.smartlint' }, diagnostics = {} } })
wait('fixed', function() return line(2) == '  owner: Ida Moe' end)
wait('cleared', function() return found('SYN002') == nil end)

vim.api.nvim_win_set_cursor(0, { 1, 6 })
vim.lsp.buf.rename('Buns')
wait('renamed', function() return line(5) == '  supports: Buns' end)
local kitchen = vim.uri_to_bufnr(vim.uri_from_fname(vim.fn.fnamemodify('kitchen.goals', ':p')))
said.elsewhere = vim.api.nvim_buf_get_lines(kitchen, 2, 3, false)[1]

vim.api.nvim_buf_set_lines(0, 1, 2, false, { '      owner:    Ida Moe' })
vim.lsp.buf.format({ timeout_ms = 10000 })
said.formatted = line(2)

vim.fn.writefile({ vim.json.encode(said) }, 'said.json')
vim.cmd('qa!')
