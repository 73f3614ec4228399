;;; Opens a file in Emacs with Eglot or lsp-mode, and writes what a user would see as JSON: what is found, what is
;;; offered behind a place, and the text after a fix.  Arguments come by environment; SETTINGS is what a user has in
;;; init.el.  -*- lexical-binding: t -*-

(require 'json)
(require 'cl-lib)
(require 'flymake)

(defun result (value)
  (let ((coding-system-for-write 'utf-8))
    (write-region (json-encode value) nil (getenv "RESULT") nil 'silent)))

(defun wait-for (what act)
  "The first answer of ACT that is not nil; WHAT names it where none comes."
  (let ((end (+ (float-time) 20)) answer)
    (while (not (setq answer (funcall act)))
      (when (> (float-time) end) (error "%s did not come" what))
      (accept-process-output nil 0.05))
    answer))

(defun choosing (title act)
  "Calls ACT with every question answered by the offer that begins with TITLE."
  (cl-letf (((symbol-function 'completing-read)
             (lambda (_prompt offers &rest _)
               (or (cl-find-if (lambda (offer) (string-prefix-p title offer)) (all-completions "" offers))
                   (error "not offered: %s, but %S" title (all-completions "" offers))))))
    ;; Else Eglot takes the question for one of a mouse and shows a menu.
    (let ((last-nonmenu-event ?x)) (funcall act))))

(defun offers ()
  "What completion at point offers."
  (pcase-let ((`(,start ,end ,table . ,_) (run-hook-wrapped 'completion-at-point-functions
                                                            (lambda (each) (let ((it (funcall each))) (and (consp it) it))))))
    (mapcar #'substring-no-properties (all-completions (buffer-substring start end) table))))

(defun hover ()
  "What is shown of the thing at point."
  (if (equal (getenv "CLIENT") "eglot")
      (let (text)
        (eglot-hover-eldoc-function (lambda (it &rest _) (setq text it)))
        (substring-no-properties (wait-for "a hover" (lambda () text))))
    (lsp--render-on-hover-content (lsp:hover-contents (lsp-request "textDocument/hover" (lsp--text-document-position-params))) t)))

(defun shown (act)
  "What a command opens: its text, and the line of the cursor in it."
  (funcall act)
  `((text . ,(buffer-string)) (line . ,(buffer-substring-no-properties (line-beginning-position) (line-end-position)))))

(defun found ()
  "What Flymake shows: lines and texts."
  (cl-loop for each in (flymake-diagnostics)
           collect `((line . ,(line-number-at-pos (flymake-diagnostic-beg each)))
                     (text . ,(flymake-diagnostic-text each)))))

(defun main ()
  (package-initialize)
  (load (getenv "SETTINGS") nil t)
  (find-file (getenv "FILE"))
  (nxml-mode)
  (pcase (getenv "CLIENT")
    ("eglot"
     (require 'eglot)
     (apply #'eglot (eglot--guess-contact)))
    ("lsp-mode"
     (setq lsp-auto-guess-root t lsp-diagnostics-provider :flymake lsp-enable-suggest-server-download nil)
     (require 'lsp-mode)
     (require 'lsp-diagnostics)
     (lsp-workspace-folders-add (getenv "FOLDER"))
     (lsp)))
  (let ((seen (wait-for "what is found" (lambda () (flymake-start) (found))))
        (buffer (current-buffer))
        labels hover effective topology text)
    (goto-char (point-min))
    (search-forward (getenv "BEHIND"))
    (setq labels (offers))
    (backward-char 4)
    (setq hover (hover))
    (goto-char (point-min))
    (search-forward (getenv "AT"))
    (choosing (getenv "FIX")
              (lambda ()
                (if (equal (getenv "CLIENT") "eglot")
                    (eglot-code-actions (point) (point) nil t)
                  (lsp-execute-code-action (lsp--select-action (lsp-code-actions-at-point))))))
    (setq text (buffer-string))
    (load (getenv "COMMANDS") nil t)
    (goto-char (point-min))
    (search-forward "frequency")
    (setq effective (shown (lambda () (tomcat-cluster-effective "cluster"))))
    (set-buffer buffer)
    (setq topology (shown #'tomcat-cluster-topology))
    (result `((found . ,(vconcat seen)) (labels . ,(vconcat labels)) (hover . ,hover) (text . ,text)
              (effective . ,effective) (topology . ,topology)))))

(condition-case failure
    (main)
  (error (result `((failure . ,(format "%S" failure))))))
(let ((kill-buffer-query-functions nil)) (set-buffer-modified-p nil) (kill-emacs 0))
