;;; tomcat-cluster.el --- What Tomcat makes of a cluster's files  -*- lexical-binding: t -*-

;; `tomcat-cluster-effective' and `tomcat-cluster-topology', each in a window beside, as the language server answers them
;; for what is typed and not saved.  With Eglot or lsp-mode, set up as in eglot.el or lsp-mode.el.

(require 'browse-url)

(declare-function eglot-current-server "eglot")
(declare-function jsonrpc-request "jsonrpc")
(declare-function lsp-find-workspace "lsp-mode")
(declare-function lsp-request "lsp-mode")

(defun tomcat-cluster--ask (method parameters)
  "The answer of the language server; null is nil."
  (cond
   ((bound-and-true-p lsp-mode)
    (let ((workspace (or (lsp-find-workspace 'tomcat-cluster) (user-error "The language server is not running"))))
      (with-suppressed-warnings ((free-vars lsp--cur-workspace))
        (dlet ((lsp--cur-workspace workspace) (lsp--buffer-workspaces (list workspace)))
          (lsp-request method parameters)))))
   ((bound-and-true-p eglot--managed-mode)
    (jsonrpc-request (eglot-current-server) (intern (concat ":" method)) parameters))
   (t (user-error "Neither Eglot nor lsp-mode manages this buffer"))))

(defun tomcat-cluster--part (name answer)
  "The part of an object that a name has."
  ;; lsp-mode reads objects as hash tables, unless it is told otherwise.
  (if (hash-table-p answer) (gethash name answer) (plist-get answer (intern (concat ":" name)))))

(defun tomcat-cluster--line (places line column)
  "The line of the innermost element or attribute that holds a place; all from 0."
  (let (found)
    (seq-do
     (lambda (each)
       (let* ((range (tomcat-cluster--part "source" each))
              (ends (mapcar (lambda (end)
                              (let ((place (tomcat-cluster--part end range)))
                                (cons (tomcat-cluster--part "line" place) (tomcat-cluster--part "character" place))))
                            '("start" "end"))))
         (when (and (or (< (caar ends) line) (and (= (caar ends) line) (<= (cdar ends) column)))
                    (or (< line (caadr ends)) (and (= line (caadr ends)) (<= column (cdadr ends)))))
           (setq found (tomcat-cluster--part "line" each)))))
     places)
    found))

(defun tomcat-cluster--show (name text mode line)
  "A window with a text that is only read, at a line from 0."
  (let ((buffer (get-buffer-create (format "*%s*" name))))
    (with-current-buffer buffer
      (let ((inhibit-read-only t))
        (erase-buffer)
        (insert text))
      (funcall mode)
      (set-buffer-modified-p nil)
      (read-only-mode)
      (goto-char (point-min))
      (forward-line (or line 0)))
    (pop-to-buffer buffer)))

;;;###autoload
(defun tomcat-cluster-effective (view)
  "What Tomcat makes of this file.
VIEW is all, cluster or differs; with a prefix argument, it is asked for."
  (interactive (list (if current-prefix-arg (completing-read "View: " '("all" "cluster" "differs") nil t) "all")))
  (let* ((place (cons (1- (line-number-at-pos)) (current-column)))
         (uri (browse-url-file-url buffer-file-name))
         (answer (or (tomcat-cluster--ask "tomcatCluster/effective" (list :uri uri :marks t :view view))
                     (user-error "Tomcat makes no objects of this file"))))
    (tomcat-cluster--show (format "%s (effective)" (tomcat-cluster--part "label" answer))
                          (tomcat-cluster--part "text" answer)
                          #'xml-mode
                          (tomcat-cluster--line (tomcat-cluster--part "places" answer) (car place) (cdr place)))))

;;;###autoload
(defun tomcat-cluster-topology ()
  "Which nodes form clusters, and what does not connect.
Places in files are errors to jump to."
  (interactive)
  (let* ((uri (browse-url-file-url buffer-file-name))
         (text (tomcat-cluster--ask "tomcatCluster/topology/file" (list :uri uri :format "text"))))
    (when (string-empty-p text) (user-error "No cluster of several nodes is found here"))
    (tomcat-cluster--show "topology" text #'compilation-mode nil)))

(provide 'tomcat-cluster)
;;; tomcat-cluster.el ends here
