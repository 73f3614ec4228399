(with-eval-after-load 'lsp-mode
  (add-to-list 'lsp-language-id-configuration '(nxml-mode . "xml"))
  (lsp-register-client
   (make-lsp-client :new-connection (lsp-stdio-connection '("tomcat-cluster-language-server" "--stdio"))
                    :major-modes '(nxml-mode)
                    :add-on? t
                    :server-id 'tomcat-cluster)))
