// Fifth part of the prelude, in Lua: the environment that Prosody runs a configuration in, one per file, all writing into one table
// of hosts. What is set is noted with its place.

export const CONFIGURATION = String.raw`
local config = { ["*"] = {} }
-- The same shape, with { file, line, order } for each option.
local origins = {}
local order = 0

-- A host without an option of its own has the global one.
local inherits = {
  __index = function(_, name)
    return config["*"][name]
  end,
}

local function note(section, name, value, appended)
  local file, line = host.place()
  local notes = origins[section]
  if not notes then
    notes = {}
    origins[section] = notes
  end
  local known = notes[name]
  if value == nil then
    notes[name] = nil
  elseif appended and known then
    insert(known.appended, { file = file, line = line })
  elseif name ~= "defined" or not known then
    order = order + 1
    notes[name] = { file = file, line = line, order = known and known.order or order, appended = {} }
  end
end

local function set(section, name, value, appended)
  if not section or not name then
    return
  end
  local options = rawget(config, section)
  if not options then
    options = setmetatable({}, inherits)
    config[section] = options
  end
  options[name] = value
  note(section, name, value, appended)
end

local function get(section, name)
  local options = section and rawget(config, section)
  if options and name then
    return rawget(options, name)
  end
end

-- What reading an option that is a table gives: not the table but something that can append to it.
local operations = {}
local option_kind

function operations.value(option)
  return get(option.host, option.option_name)
end

function operations.values(option)
  local list, key = option:value(), nil
  return function()
    local value
    key, value = next(list, key)
    return value
  end
end

function operations.append(option, more)
  if getmetatable(option) ~= option_kind then
    error("append is called with a colon, as in option:append { … }", 0)
  end
  local list = option:value()
  if list == nil then
    list = {}
  end
  if type(more) ~= "table" then
    error("append takes a list in braces, but here it is a " .. type(more) .. " value", 0)
  end
  if more[1] ~= nil then
    for _, value in ipairs(more) do
      insert(list, value)
    end
  else
    for key, value in pairs(more) do
      list[key] = value
    end
  end
  set(option.host, option.option_name, list, true)
  return option
end

setmetatable(operations, {
  __index = function(_, name)
    error("an option can be asked for append, value and values, but not for \"" .. tostring(name) .. "\"", 0)
  end,
})

option_kind = {
  __index = operations,
  __call = function(option, more)
    local list = option:value() or {}
    if type(list) == "table" and type(more) == "table" then
      return option:append(more)
    end
    error("a \"=\" seems to be missing between the name of the option and its value", 0)
  end,
}

-- Prosody's check of a host name, which gives it back in the form that it compares.
local function prepared(name, directive)
  if not name then
    if version_wants_names then
      error(directive .. " needs the name of a host", 0)
    end
    return nil
  end
  if type(name) == "number" then
    name = tostring(name)
  end
  local good = type(name) == "string" and host.nameprep(name)
  if not good and version_wants_names then
    error(directive .. " needs a valid host name", 0)
  end
  return good or nil
end

local run_file

-- Marks a mistake that Lua found before it ran anything.
local syntax = {}

-- Names that a pattern with * and ? stands for.
local function glob(pattern)
  local as_pattern = gsub(pattern, "[%p*?]", function(c)
    return c == "*" and ".*" or c == "?" and "." or "%" .. c
  end)
  return "^" .. as_pattern .. "$"
end

local function new_environment(path, depth)
  local folder = folder_of(path)
  local assigned = {}
  local env = {}

  local function section()
    return rawget(env, "__currenthost") or "*"
  end

  -- Options in braces behind a name, after which the global section goes on.
  local function set_all(name, options, expected)
    rawset(env, "__currenthost", "*")
    if type(options) ~= "table" then
      error(expected .. "; here it is a " .. type(options) .. " value", 0)
    end
    for option, value in pairs(options) do
      set(name or "*", option, value)
    end
  end

  local function virtual_host(name)
    name = prepared(name, "VirtualHost")
    if name and rawget(config, name) and rawget(config[name], "component_module") then
      error("there is a Component \"" .. name .. "\" already: a name is either a host or a component", 0)
    end
    rawset(env, "__currenthost", name or false)
    set(name or "*", "defined", true)
    return function(options)
      if type(options) == "string" then
        rawset(env, "__currenthost", "*")
        error("VirtualHost takes no module, but one follows the name; only a Component does", 0)
      end
      set_all(name, options, "after VirtualHost and its name come options in braces, or nothing")
    end
  end

  local function component(name)
    name = prepared(name, "Component")
    if name and rawget(config, name) and rawget(config[name], "defined") and not rawget(config[name], "component_module") then
      error("there is a VirtualHost \"" .. name .. "\" already: a name is either a host or a component", 0)
    end
    set(name, "component_module", "component")
    set(name, "load_global_modules", false)
    rawset(env, "__currenthost", name or false)
    local function take_options(options)
      set_all(name, options, "after Component and its name come a module, options in braces, or nothing")
    end
    return function(module)
      if type(module) == "string" then
        set(name, "component_module", module)
        return take_options
      end
      return take_options(module)
    end
  end

  local function include(file)
    if type(file) ~= "string" then
      if type(file) == "number" then
        file = tostring(file)
      else
        error("Include needs the path of a file, but here it is a " .. type(file) .. " value", 0)
      end
    end
    if not find(file, "[*?]") then
      return run_file(resolve(folder, file), depth + 1)
    end
    local at, last = match(file, "()([^/]+)$")
    if not at then
      error("a wildcard stands for files: it belongs into the last part of the path", 0)
    end
    local parent = sub(file, 1, at > 2 and at - 2 or 0)
    parent = parent ~= "" and resolve(folder, parent) or folder
    local names, problem = host.list(parent)
    if not names then
      if setting "missing folders are errors" then
        error("the folder \"" .. parent .. "\" of this wildcard does not exist", 0)
      end
      warn_of(problem == "outside" and "not-readable" or "missing-folder", parent)
      return
    end
    local pattern, found = glob(last), {}
    parent = gsub(parent, "([^/])/*$", "%1/")
    for _, name in ipairs(names) do
      if sub(name, 1, 1) ~= "." and find(name, pattern) then
        insert(found, parent .. name)
      end
    end
    host.want(unpack(found))
    for _, each in ipairs(found) do
      -- A file may have put something of its own in the place of Include.
      if rawget(env, "Include") == include then
        run_file(each, depth + 1)
      else
        env.Include(each)
      end
    end
  end

  -- Since 13.0 files can be read into options.
  local function file_reader(base, default)
    return function(file, how)
      if not base then
        error("Credential needs the variable CREDENTIALS_DIRECTORY, which is not set", 0)
      end
      local content = must_read(resolve(base, file))
      local read = handle_methods.read(open_text(content), how or default)
      if read == nil then
        error("the file \"" .. file .. "\" is empty", 0)
      end
      return read
    end
  end

  local function read_lines(file)
    local content = must_read(resolve(folder, file))
    local lines = {}
    for line in handle_methods.lines(open_text(content)) do
      insert(lines, line)
    end
    return lines
  end

  local function run_script(file)
    local chunk, problem = load_script(resolve(folder, file))
    if not chunk then
      error(problem, 0)
    end
    return chunk()
  end

  env.__currenthost = "*"
  env.VirtualHost, env.Host, env.host = virtual_host, virtual_host, virtual_host
  env.Component, env.component = component, component
  env.Include, env.include = include, include
  env.RunScript = run_script
  if version_reads_options then
    env.FileContents = file_reader(folder, "a")
    env.FileLine = file_reader(folder, "l")
    env.FileLines = read_lines
    env.Credential = file_reader(host.getenv "CREDENTIALS_DIRECTORY", "a")
  end

  return setmetatable(env, {
    __index = function(_, name)
      if type(name) ~= "string" then
        error("attempt to index a " .. type(name) .. " value", 0)
      end
      if sub(name, 1, 4) == "ENV_" then
        return host.getenv(sub(name, 5))
      end
      local global = rawget(_G, name)
      if not version_reads_options then
        return global
      end
      if name == "Lua" then
        return _G
      end
      local value = get(section(), name)
      if type(value) == "table" then
        return setmetatable({ config_table = config, host = section(), option_name = name }, option_kind)
      elseif value ~= nil then
        return value
      end
      warn_of(global == nil and "unset-name" or "lua-name", name)
      return global
    end,
    __newindex = function(_, name, value)
      local where = section()
      local key = where .. "/" .. name
      if assigned[key] and version_warns_of_duplicates then
        warn_of("duplicate-option", name)
      end
      assigned[key] = true
      if getmetatable(value) == option_kind then
        setmetatable(value, nil)
      end
      set(where, name, value)
    end,
  })
end

function run_file(path, depth)
  if depth > setting "include depth" then
    host.too_large("Include")
  end
  local content = must_read(path)
  local chunk, mistake = load(content, chunk_name(path), "t", new_environment(path, depth))
  if not chunk then
    error({ [syntax] = mistake }, 0)
  end
  chunk()
  return true
end

-- What went wrong, as data.
local function explain(mistake)
  local failure = { kind = "runtime" }
  failure.file, failure.line = host.place()
  if type(mistake) == "table" and rawget(mistake, syntax) then
    failure.kind = "syntax"
    mistake = rawget(mistake, syntax)
  end
  if type(mistake) == "string" or type(mistake) == "number" then
    failure.message = tostring(mistake)
  end
  return failure
end

local ok, failure = xpcall(run_file, explain, setting "entry", 0)
if ok then
  failure = nil
elseif type(failure) ~= "table" then
  failure = { message = tostring(failure), kind = "runtime" }
end
return { config = config, origins = origins, warnings = warnings, failure = failure }
`;
