-- :TomcatEffective [all|cluster|differs] and :TomcatTopology, each in a window beside, as the language server answers
-- them for what is typed and not saved. Put it into ~/.config/nvim/plugin.

local SERVER = "tomcat_cluster"
local VIEWS = { "all", "cluster", "differs" }

local function server()
  local clients = vim.lsp.get_clients and vim.lsp.get_clients({ bufnr = 0 }) or vim.lsp.buf_get_clients(0)
  for _, client in pairs(clients) do
    if client.name == SERVER then return client end
  end
end

local function tell(text) vim.notify(text, vim.log.levels.WARN) end

-- Calls `show` with the answer, or tells why there is none.
local function ask(method, parameters, without, show)
  local client = server()
  if not client then return tell(SERVER .. " is not attached to this buffer") end
  local function answered(failure, answer)
    if failure then return tell(failure.message) end
    if answer == nil or answer == vim.NIL or answer == "" then return tell(without) end
    show(answer)
  end
  if vim.fn.has("nvim-0.11") == 1 then client:request(method, parameters, answered, 0)
  else client.request(method, parameters, answered, 0) end
end

-- A window with a text that cannot be edited. The same command again takes the window it has.
local function open(name, text, filetype)
  local address = "tomcat-cluster://" .. name
  local buffer = vim.fn.bufadd(address)
  local window = vim.fn.bufwinid(buffer)
  if window == -1 then
    vim.cmd("vsplit")
    vim.api.nvim_win_set_buf(0, buffer)
  else
    vim.api.nvim_set_current_win(window)
  end
  vim.bo.buftype, vim.bo.bufhidden, vim.bo.swapfile, vim.bo.buflisted = "nofile", "wipe", false, false
  vim.bo.modifiable = true
  vim.api.nvim_buf_set_lines(0, 0, -1, false, vim.split(text:gsub("\n$", ""), "\n"))
  vim.bo.modifiable = false
  vim.bo.filetype = filetype
end

-- The innermost element or attribute that holds a place, given by a line and a column from 0.
local function lineOf(places, row, column)
  local found
  for _, each in ipairs(places) do
    local start, last = each.source.start, each.source["end"]
    local behind = start.line < row or (start.line == row and start.character <= column)
    local before = row < last.line or (row == last.line and column <= last.character)
    if behind and before then found = each.line end
  end
  return found
end

vim.api.nvim_create_user_command("TomcatEffective", function(arguments)
  local view = arguments.args == "" and VIEWS[1] or arguments.args
  local row, column = unpack(vim.api.nvim_win_get_cursor(0))
  local parameters = { uri = vim.uri_from_bufnr(0), marks = true, view = view }
  ask("tomcatCluster/effective", parameters, "Tomcat makes no objects of this file", function(answer)
    open(answer.label .. " (effective)", answer.text, "xml")
    local line = lineOf(answer.places, row - 1, column)
    if line then vim.api.nvim_win_set_cursor(0, { line + 1, 0 }) end
  end)
end, { nargs = "?", complete = function() return VIEWS end, desc = "What Tomcat makes of this file" })

vim.api.nvim_create_user_command("TomcatTopology", function()
  local parameters = { uri = vim.uri_from_bufnr(0), format = "text" }
  ask("tomcatCluster/topology/file", parameters, "no cluster of several nodes is found here", function(text)
    open("topology", text, "")
  end)
end, { desc = "Which nodes form clusters, and what does not connect" })
