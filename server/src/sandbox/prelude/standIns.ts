// Fourth part of the prelude, in Lua: what `require` finds. Configurations ask for little: the name of the machine, the files of a
// folder, paths.

export const STAND_INS = String.raw`
local function hostname()
  return setting "hostname"
end

local function not_found()
  return nil, "host not found"
end

local socket = {
  gettime = function()
    return setting "now" + 0.0
  end,
  dns = {
    gethostname = hostname,
    toip = not_found,
    tohostname = not_found,
  },
}

local pposix = {
  uname = function()
    return { sysname = "Linux", nodename = hostname(), release = "", version = "", machine = "x86_64", domainname = "" }
  end,
  getpid = function()
    return 1
  end,
}

local function list_folder(path)
  local names, problem = host.list(tostring(path))
  if problem == "outside" then
    warn_of("not-readable", path)
  end
  return names
end

local lfs = {
  dir = function(path)
    local names = list_folder(path)
    if not names then
      error("cannot open " .. tostring(path) .. ": No such file or directory", 2)
    end
    local at = 0
    return function()
      at = at + 1
      return names[at]
    end
  end,
  attributes = function(path, what)
    local mode = list_folder(path) and "directory" or read_file(tostring(path)) and "file"
    if not mode then
      return nil, "cannot obtain information from file '" .. tostring(path) .. "': No such file or directory", 2
    end
    local all = { mode = mode, size = 0, modification = setting "now" }
    if type(what) == "string" then
      return all[what]
    end
    return all
  end,
  currentdir = function()
    return setting "folder"
  end,
}

local paths = {
  resolve_relative_path = resolve,
  join = function(...)
    return concat({ ... }, "/")
  end,
}

local function text_of(value, place, name)
  if type(value) ~= "string" and type(value) ~= "number" then
    error("bad argument #" .. place .. " to '" .. name .. "' (string expected, got " .. (value == nil and "nil" or type(value)) .. ")", 3)
  end
  return tostring(value)
end

-- A library that scripts for containers split the values of variables with.
local stringy = {
  split = function(text, separator)
    text, separator = text_of(text, 1, "split"), text_of(separator, 2, "split")
    local found, from = {}, 1
    if separator == "" then
      return { text }
    end
    while true do
      local at, last = string.find(text, separator, from, true)
      insert(found, string.sub(text, from, (at or 0) - 1))
      if not at then
        return found
      end
      from = last + 1
    end
  end,
  strip = function(text)
    return (gsub(gsub(text_of(text, 1, "strip"), "^%s+", ""), "%s+$", ""))
  end,
  startswith = function(text, start)
    text, start = text_of(text, 1, "startswith"), text_of(start, 2, "startswith")
    return string.sub(text, 1, #start) == start
  end,
  endswith = function(text, ending)
    text, ending = text_of(text, 1, "endswith"), text_of(ending, 2, "endswith")
    return ending == "" or string.sub(text, -#ending) == ending
  end,
}

local modules = {
  stringy = stringy,
  socket = socket,
  lfs = lfs,
  ["util.pposix"] = pposix,
  ["util.paths"] = paths,
  ["socket.dns"] = socket.dns,
}

package = { path = "", cpath = "", config = "/\n;\n?\n!\n-\n", loaded = {}, preload = {} }

function _G.require(name)
  local library = rawget(_G, name)
  if type(library) == "table" and (name == "string" or name == "table" or name == "math" or name == "os" or name == "io"
    or name == "utf8" or name == "coroutine" or name == "debug" or name == "package" or name == "_G") then
    return library
  end
  local found = modules[gsub(tostring(name), "^prosody%.", "")]
  if found then
    return found
  end
  warn_of("missing-module", name)
  error("module '" .. tostring(name) .. "' not found", 2)
end
`;
