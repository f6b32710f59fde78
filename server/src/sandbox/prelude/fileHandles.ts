// Second part of the prelude, in Lua: reading texts the way Lua's files are read. A handle is a table over the whole content; there
// is nothing to write to.

export const FILE_HANDLES = String.raw`
local handle_methods = {}
local handle_kind = { __index = handle_methods, __name = "FILE*" }

local function read_line(handle, keep_end)
  local content, at = handle.content, handle.at
  if at > len(content) then
    return nil
  end
  local stop = find(content, "\n", at, true)
  handle.at = (stop or len(content)) + 1
  return sub(content, at, (stop and not keep_end) and stop - 1 or stop or len(content))
end

local function read_number(handle)
  local from, to = find(handle.content, "^%s*[-+]?[%w.]+", handle.at)
  local value = from and tonumber(sub(handle.content, from, to))
  if value then
    handle.at = to + 1
  end
  return value
end

local function read_one(handle, how)
  if type(how) == "number" then
    if handle.at > len(handle.content) then
      return nil
    end
    local at = handle.at
    handle.at = at + how
    return sub(handle.content, at, at + how - 1)
  end
  local letter = type(how) == "string" and match(how, "^%*?(%a)")
  if letter == "a" then
    local at = handle.at
    handle.at = len(handle.content) + 1
    return sub(handle.content, at)
  elseif letter == "l" or letter == "L" then
    return read_line(handle, letter == "L")
  elseif letter == "n" then
    return read_number(handle)
  end
  error("bad argument #1 to 'read' (invalid format)", 3)
end

local function must_be_open(handle)
  if handle.closed then
    error("attempt to use a closed file", 3)
  end
end

function handle_methods.read(handle, first, ...)
  must_be_open(handle)
  if first == nil then
    return read_one(handle, "l")
  end
  local results, count = {}, 0
  for _, how in ipairs { first, ... } do
    count = count + 1
    results[count] = read_one(handle, how)
    if results[count] == nil then
      break
    end
  end
  return unpack(results, 1, count)
end

function handle_methods.lines(handle, how)
  must_be_open(handle)
  return function()
    return read_one(handle, how or "l")
  end
end

function handle_methods.seek(handle, whence, offset)
  must_be_open(handle)
  local base = 0
  if whence == nil or whence == "cur" then
    base = handle.at - 1
  elseif whence == "end" then
    base = len(handle.content)
  end
  handle.at = base + (offset or 0) + 1
  return handle.at - 1
end

function handle_methods.close(handle)
  must_be_open(handle)
  handle.closed = true
  return true
end

function handle_methods.setvbuf()
  return true
end

function handle_methods.flush(handle)
  return handle
end

-- What is written goes nowhere: only standard output gets here.
function handle_methods.write(handle)
  return handle
end

local function open_text(content)
  return setmetatable({ content = content, at = 1, closed = false }, handle_kind)
end
`;
