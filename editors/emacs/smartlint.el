;;; smartlint.el --- goal files in Emacs 29, or 28 with the package eglot -*- lexical-binding: t -*-
;; Save in a folder of `load-path', and write (require 'smartlint) in your init file.
(require 'eglot)

(define-derived-mode goals-mode text-mode "Goals"
  "Goals, as smartlint reads them."
  (setq-local comment-start "# "))

(add-to-list 'auto-mode-alist '("\\.goals\\'" . goals-mode))
(add-to-list 'eglot-server-programs '(goals-mode . ("smartlint" "lsp")))
(add-hook 'goals-mode-hook #'eglot-ensure)

(provide 'smartlint)
;;; smartlint.el ends here
