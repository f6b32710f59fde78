// Third part of the prelude, in Lua: makes Lua's own globals harmless before a configuration sees them. What reads goes through the
// granted files, what would reach out is refused, and what is only a name for something big is limited.

export const LIBRARIES = String.raw`
-- Ends everything: no pcall gets to see it.
local function refusal(name)
  return function()
    host.refuse(name)
  end
end

local function refuse_all(library, prefix, names)
  for _, name in ipairs(names) do
    library[name] = refusal(prefix .. name)
  end
end

-- os: the given environment and clock.
local real_date, real_time, difftime = os.date, os.time, os.difftime
os = {
  getenv = function(name)
    return host.getenv(tostring(name))
  end,
  time = function(parts)
    if parts == nil then
      return setting "now"
    end
    return real_time(parts)
  end,
  date = function(how, time)
    return real_date(how or "%c", time or setting "now")
  end,
  clock = function()
    return 0.0
  end,
  difftime = difftime,
  setlocale = function(locale)
    return (locale == nil or locale == "" or locale == "C") and "C" or nil
  end,
}
refuse_all(os, "os.", { "execute", "exit", "remove", "rename", "tmpname" })

-- io: reading what is granted.
local function io_open(path, mode)
  if mode ~= nil and not find(mode, "^rb?$") then
    host.refuse("io.open(…, \"" .. tostring(mode) .. "\")")
  end
  local content = read_file(tostring(path))
  if not content then
    return nil, tostring(path) .. ": No such file or directory", 2
  end
  return open_text(content)
end

io = {
  open = io_open,
  lines = function(path, how)
    local file, problem = io_open(path)
    if not file then
      error(problem, 2)
    end
    return handle_methods.lines(file, how)
  end,
  close = function(file)
    return file == nil or handle_methods.close(file)
  end,
  read = function() end,
  write = function()
    return io.stdout
  end,
  type = function(value)
    if getmetatable(value) ~= handle_kind then
      return nil
    end
    return value.closed and "closed file" or "file"
  end,
  stdin = open_text(""),
  stdout = open_text(""),
  stderr = open_text(""),
}
refuse_all(io, "io.", { "popen", "tmpfile", "input", "output" })

-- Code that is loaded: texts only, never bytecode.
local function load_script(path)
  local content = must_read(path)
  content = gsub(content, "^\xef\xbb\xbf", "")
  content = gsub(content, "^#[^\n]*", "")
  return load(content, chunk_name(path), "t")
end

function _G.load(chunk, name, _, ...)
  return load(chunk, name, "t", ...)
end

function _G.loadfile(path)
  local ok, chunk, problem = pcall(load_script, resolve(setting "folder", path))
  if not ok then
    return nil, chunk
  end
  return chunk, problem
end

function _G.dofile(path)
  local chunk, problem = load_script(resolve(setting "folder", path))
  if not chunk then
    error(problem, 0)
  end
  return chunk()
end

string.dump = refusal "string.dump"

local largest_repetition = 10000000

function string.rep(text, count, separator)
  if type(count) == "number" and (type(text) == "string" or type(text) == "number") then
    local size = len(text) + (type(separator) == "string" and len(separator) or 0)
    if count > largest_repetition or size * count > largest_repetition then
      host.too_large("string.rep")
    end
  end
  return rep(text, count, separator)
end

-- Lua runs finalizers where nothing counts them, so there are none.
function _G.setmetatable(value, meta)
  local finalizer = type(meta) == "table" and rawget(meta, "__gc")
  if not finalizer then
    return setmetatable(value, meta)
  end
  rawset(meta, "__gc", nil)
  local result = setmetatable(value, meta)
  rawset(meta, "__gc", finalizer)
  return result
end

debug = {
  traceback = traceback,
  getinfo = function(what, which)
    local level = type(what) == "number" and what + 1 or what
    if type(what) ~= "number" and type(what) ~= "function" then
      error("bad argument #1 to 'getinfo' (number expected)", 2)
    end
    local found = getinfo(level, which and (gsub(which, "[fL>]", "")) or "Slnut")
    local path = found and found.source and host.path(found.source)
    if path then
      found.source = "@" .. path
    end
    return found
  end,
}
refuse_all(debug, "debug.", { "sethook", "getregistry", "setupvalue", "getupvalue", "upvaluejoin", "setlocal", "getlocal", "setmetatable" })

function _G.collectgarbage(what)
  return what == "count" and 0.0 or 0
end

function _G.print() end
function _G.warn() end

-- Results have to be the same each time.
math.randomseed(1)
math.randomseed = function() end
`;
