-- Neovim 0.11 or newer: save as lua/smartlint.lua in your configuration, and write require('smartlint') in init.lua.
vim.filetype.add({ extension = { goals = 'goals' } })
vim.lsp.config['smartlint'] = {
  cmd = { 'smartlint', 'lsp' },
  filetypes = { 'goals' },
  root_markers = { '.smartlint.toml', 'smartlint.toml', '.git' },
}
vim.lsp.enable('smartlint')
