(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs '(nxml-mode . ("tomcat-cluster-language-server" "--stdio"))))
