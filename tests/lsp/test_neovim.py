"""A real editor: Neovim, with the set-up that is given for it. It is passed by where there is none."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.lsp.client import ROOT

NEOVIM = shutil.which("nvim") or shutil.which("nvim", path=str(Path(sys.executable).parent))
GOALS = """goal B1: Bake 40 😀 buns a day by 1 May 2026
  ownr: Ida Moe

goal B2: Sell 30 buns a day by 1 May 2026
  supports: B1
"""
SCRIPT = """
local said = {}
vim.opt.runtimepath:prepend(vim.env.SET_UP)
require('smartlint')
vim.lsp.config('smartlint', { cmd = vim.json.decode(vim.env.SERVER) })
vim.cmd.edit('bakery.goals')
vim.cmd('filetype detect')
local function wait(what, done) said[what] = vim.wait(20000, done, 50) end
local function code_is_shown(code)
  for _, one in ipairs(vim.diagnostic.get(0)) do if one.code == code then return one end end
end
wait('attached', function() return #vim.lsp.get_clients({ bufnr = 0 }) > 0 end)
wait('shown', function() return code_is_shown('SYN002') ~= nil end)
local slip = code_is_shown('SYN002')
said.column = slip and slip.col
local client = vim.lsp.get_clients({ bufnr = 0 })[1]
local uri = vim.uri_from_bufnr(0)
local function ask(method, line, character, more)
  local params = { textDocument = { uri = uri }, position = { line = line, character = character } }
  local answer = client:request_sync(method, vim.tbl_extend('force', params, more or {}), 10000, 0)
  return answer and answer.result
end
said.hover = ask('textDocument/hover', 1, 3).contents.value
said.completion = #ask('textDocument/completion', 1, 2)
vim.lsp.buf.code_action({ apply = true, context = { only = { 'source.fixAll.smartlint' }, diagnostics = {} } })
wait('fixed', function() return vim.api.nvim_buf_get_lines(0, 1, 2, false)[1] == '  owner: Ida Moe' end)
wait('cleared', function() return code_is_shown('SYN002') == nil end)
vim.api.nvim_win_set_cursor(0, { 1, 6 })
vim.lsp.buf.rename('Buns')
wait('renamed', function() return vim.api.nvim_buf_get_lines(0, 4, 5, false)[1] == '  supports: Buns' end)
vim.api.nvim_buf_set_lines(0, 1, 2, false, { '      owner:    Ida Moe' })
vim.lsp.buf.format({ timeout_ms = 10000 })
said.formatted = vim.api.nvim_buf_get_lines(0, 1, 2, false)[1]
vim.fn.writefile({ vim.json.encode(said) }, 'said.json')
vim.cmd('qa!')
"""


@pytest.mark.skipif(NEOVIM is None, reason="there is no Neovim")
def test_neovim_attaches_shows_fixes_renames_and_formats(tmp_path: Path) -> None:
    assert NEOVIM is not None
    set_up = tmp_path / "set-up"
    (set_up / "lua").mkdir(parents=True)
    shutil.copy(ROOT / "editors" / "neovim" / "smartlint.lua", set_up / "lua")
    folder = tmp_path / "goals"
    folder.mkdir()
    (folder / "smartlint.toml").touch()
    (folder / "bakery.goals").write_text(GOALS, "utf-8")
    (tmp_path / "try.lua").write_text(SCRIPT, "utf-8")
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(str(ROOT / part) for part in (".", "grammar", "rules")),
        "SET_UP": str(set_up),
        "SERVER": json.dumps([sys.executable, "-m", "smartlint", "lsp", "--today", "2026-02-01"]),
        "XDG_STATE_HOME": str(tmp_path / "state"),
        "LANG": "C.UTF-8",
    }
    command = [NEOVIM, "--headless", "--clean", "-u", "NONE", "-l", str(tmp_path / "try.lua")]
    run = subprocess.run(command, cwd=folder, env=environment, capture_output=True, timeout=90, text=True, check=False)
    assert (folder / "said.json").exists(), run.stderr
    said = json.loads((folder / "said.json").read_text("utf-8"))
    hover = said.pop("hover")
    assert re.search(r"\*\*SYN002 unknown-field\*\*", hover)
    assert said.pop("completion") > 20
    happened = dict.fromkeys(("attached", "shown", "fixed", "cleared", "renamed"), True)
    assert said == {**happened, "column": 2, "formatted": "  owner: Ida Moe"}
