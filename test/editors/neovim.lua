-- Opens a file with Neovim's own client, and writes what a user would see as JSON: what is found, what is offered
-- behind a place, and the text after the first fix. Arguments come by environment.
local function result(value)
  local file = assert(io.open(vim.env.RESULT, "w"))
  file:write(vim.fn.json_encode(value))
  file:close()
end

local function main()
  vim.cmd("edit " .. vim.fn.fnameescape(vim.env.FILE))
  local buffer = vim.api.nvim_get_current_buf()
  local config = {
    name = "tomcat_cluster",
    cmd = vim.fn.json_decode(vim.env.SERVER),
    root_dir = vim.fn.fnamemodify(vim.env.FILE, ":h:h:h"),
  }
  -- `vim.lsp.start` came with 0.8.
  local client = vim.lsp.start and vim.lsp.start(config) or vim.lsp.start_client(config)
  vim.lsp.buf_attach_client(buffer, client)
  assert(vim.wait(20000, function() return #vim.diagnostic.get(buffer) > 0 end, 20), "no diagnostics came")

  local found = {}
  for _, each in ipairs(vim.diagnostic.get(buffer)) do
    found[#found + 1] = { line = each.lnum + 1, code = each.code or each.user_data.lsp.code, message = each.message }
  end

  local function ask(method, parameters)
    local answers = assert(vim.lsp.buf_request_sync(buffer, method, parameters, 20000), method .. " was not answered")
    local answer = answers[client]
    assert(answer and not answer.err, vim.inspect(answer))
    return answer.result
  end
  local document = { uri = vim.uri_from_bufnr(buffer) }

  local line = vim.fn.search(vim.env.BEHIND, "e") - 1
  local column = vim.fn.col(".")
  local completion = ask("textDocument/completion", {
    textDocument = document,
    position = { line = line, character = column },
  })
  local labels = {}
  for _, item in ipairs(completion.items or completion) do labels[#labels + 1] = item.label end

  for _, each in ipairs(vim.diagnostic.get(buffer)) do
    local diagnostic = each.user_data.lsp
    if diagnostic.code == vim.env.FIX then
      diagnostic = vim.tbl_extend("force", diagnostic, {
        message = each.message,
        range = {
          start = { line = each.lnum, character = each.col },
          ["end"] = { line = each.end_lnum, character = each.end_col },
        },
      })
      local actions = ask("textDocument/codeAction", {
        textDocument = document,
        range = diagnostic.range,
        context = { diagnostics = { diagnostic } },
      })
      vim.lsp.util.apply_workspace_edit(actions[1].edit, "utf-16")
      break
    end
  end
  local function content() return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), "\n") end
  local text = content()

  local hover = ask("textDocument/hover", {
    textDocument = document,
    position = { line = line, character = column - 4 },
  })

  -- What a command opens: its text, and the line of the cursor in it.
  local window = vim.api.nvim_get_current_win()
  local function shown(command, name)
    vim.api.nvim_set_current_win(window)
    vim.cmd(command)
    assert(vim.wait(20000, function() return vim.fn.bufname() == name end, 20), command .. " opens nothing")
    return { text = content(), line = vim.api.nvim_get_current_line(), modifiable = vim.bo.modifiable }
  end
  vim.cmd("source " .. vim.fn.fnameescape(vim.env.COMMANDS))
  local effective = shown("TomcatEffective cluster", "tomcat-cluster://" .. vim.env.NODE .. " (effective)")
  local again = shown("TomcatEffective", "tomcat-cluster://" .. vim.env.NODE .. " (effective)")
  local topology = shown("TomcatTopology", "tomcat-cluster://topology")
  result({
    found = found,
    labels = labels,
    text = text,
    hover = hover.contents.value,
    effective = effective,
    again = again,
    topology = topology,
    windows = #vim.api.nvim_tabpage_list_wins(0),
  })
  vim.lsp.get_client_by_id(client).stop()
end

local ok, message = xpcall(main, debug.traceback)
if not ok then result({ failure = tostring(message) }) end
vim.cmd("qall!")
