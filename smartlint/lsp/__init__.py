"""The language server: what ``check`` finds, while a goal is written. It needs the extra ``lsp``."""
