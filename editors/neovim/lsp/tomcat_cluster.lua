-- Neovim 0.11 or newer: put it into ~/.config/nvim/lsp, and enable it with vim.lsp.enable("tomcat_cluster").
return {
  cmd = { "tomcat-cluster-language-server", "--stdio" },
  filetypes = { "xml" },
  root_markers = { ".tomcat-cluster.json", ".git" },
}
