;;; emacs.el --- works on bakery.goals as somebody would, and writes down what happened -*- lexical-binding: t -*-
(require 'json)
(load (expand-file-name "smartlint.el" (getenv "SET_UP")) nil t)

(defvar said nil)
(defun said (what value) (push (cons what value) said))
(defun wait (what done)
  (let ((until (+ (float-time) 20)))
    (while (and (not (funcall done)) (< (float-time) until))
      (accept-process-output nil 0.05))
    (said what (if (funcall done) t :json-false))))
(defun found (code)
  (seq-find (lambda (one) (string-match-p code (flymake-diagnostic-text one))) (flymake-diagnostics)))
(defun line (number)
  (save-excursion
    (goto-char (point-min))
    (forward-line (1- number))
    (buffer-substring-no-properties (point) (line-end-position))))

(setcdr (assq 'goals-mode eglot-server-programs) (json-parse-string (getenv "SERVER") :array-type 'list))
(fset 'y-or-n-p (lambda (&rest _) t)) ; whether to change other files as well
(setq eglot-sync-connect 20
      project-find-functions (list (lambda (folder) (cons 'transient folder))))
(find-file "bakery.goals")
(unless (eglot-current-server) (apply #'eglot (eglot--guess-contact)))
(said 'mode major-mode)
(said 'attached (if (eglot-current-server) t :json-false))

(flymake-start)
(wait 'shown (lambda () (found "SYN002")))
(let ((one (found "SYN002")))
  (said 'place (buffer-substring-no-properties (flymake-diagnostic-beg one) (flymake-diagnostic-end one))))

(search-forward "ownr")
(said 'hover (plist-get (plist-get (jsonrpc-request (eglot--current-server-or-lose) :textDocument/hover
                                                    (eglot--TextDocumentPositionParams))
                                   :contents)
                        :value))
(goto-char (point-min))
(forward-line 2)
(insert "  ")
(said 'completion (length (all-completions "" (nth 2 (eglot-completion-at-point)))))
(delete-char -2)
(search-forward "supports: B")
(said 'definition (length (xref-backend-definitions 'eglot (xref-backend-identifier-at-point 'eglot))))

(eglot-code-actions (point-min) (point-max) "source.fixAll.smartlint" t)
(wait 'fixed (lambda () (string= (line 2) "  owner: Ida Moe")))
;; Changes are told when nobody types, which never happens here.
(eglot--signal-textDocument/didChange)
(wait 'cleared (lambda () (flymake-start) (not (found "SYN002"))))

(goto-char (point-min))
(search-forward "B1")
(backward-char)
(eglot-rename "Buns")
(wait 'renamed (lambda () (string= (line 5) "  supports: Buns")))
(said 'elsewhere (with-current-buffer (find-file-noselect "kitchen.goals") (line 3)))

(goto-char (point-min))
(forward-line)
(delete-region (point) (line-end-position))
(insert "      owner:    Ida Moe")
(eglot-format-buffer)
(said 'formatted (line 2))

(with-temp-file "said.json" (insert (json-encode said)))
(kill-emacs 0)
;;; emacs.el ends here
