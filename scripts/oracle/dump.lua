-- Loads configurations with a real Prosody's own reader and prints what comes of each, one line of JSON per file.
-- Arguments: the folder of Prosody's Lua files, "prosody." or "" (how its modules are named), and a file with one path per line.

local source, prefix, list = arg[1], arg[2], arg[3]
package.path = source .. "/?.lua;" .. package.path
package.cpath = source .. "/?.so;" .. package.cpath
if prefix ~= "" then
  -- Since 13.0 its modules call each other by names that begin with "prosody.".
  table.insert(package.searchers, 1, function(name)
    local rest = name:match("^prosody%.(.+)$")
    return rest and function()
      return require(rest)
    end
  end)
end

-- Folders come in the order of the disk otherwise.
local lfs = require "lfs"
local unsorted = lfs.dir
function lfs.dir(path)
  local names, at = {}, 0
  for name in unsorted(path) do
    names[#names + 1] = name
  end
  table.sort(names)
  return function()
    at = at + 1
    return names[at]
  end
end

local strings = {}
local function quote(text)
  strings[text] = strings[text]
    or '"' .. text:gsub('[%c"\\\127]', function(c) return ("\\u%04x"):format(c:byte()) end) .. '"'
  return strings[text]
end

local open, whole = {}, nil

local function encode(value)
  local kind = math.type(value) or type(value)
  if kind == "nil" then
    return "null"
  elseif kind == "boolean" or kind == "integer" then
    return tostring(value)
  elseif kind == "float" then
    if value ~= value then return '"<not a number>"' end
    if value == math.huge then return '"<infinity>"' end
    if value == -math.huge then return '"<-infinity>"' end
    return ("%.17g"):format(value)
  elseif kind == "string" then
    return quote(value)
  elseif kind ~= "table" then
    return quote("<" .. kind .. ">")
  elseif value == whole then
    return quote("<config>")
  elseif open[value] then
    return quote("<cycle>")
  end
  open[value] = true
  local count, entries, items = 0, {}, {}
  for key, item in next, value do
    count = count + 1
    local text = encode(item)
    items[key] = text
    local name = type(key) == "table" and "<table>" or math.type(key) == "float" and ("%.17g"):format(key) or tostring(key)
    entries[count] = quote(name) .. ":" .. text
  end
  open[value] = nil
  local gapless = true
  for i = 1, count do
    gapless = gapless and items[i] ~= nil
  end
  if gapless then
    return "[" .. table.concat(items, ",") .. "]"
  end
  return "{" .. table.concat(entries, ",") .. "}"
end

local manager = require(prefix .. "core.configmanager")

for path in io.lines(list) do
  local ok, level, result = manager.load(path, "lua")
  local parts = { '"ok":' .. tostring(ok and true or false) }
  if ok then
    whole = manager.getconfig()
    local hosts = {}
    for host, options in next, whole do
      local pairs_of = {}
      for name, value in next, options do
        pairs_of[#pairs_of + 1] = quote(tostring(name)) .. ":" .. encode(value)
      end
      hosts[#hosts + 1] = quote(host) .. ":{" .. table.concat(pairs_of, ",") .. "}"
    end
    parts[2] = '"config":{' .. table.concat(hosts, ",") .. "}"
    parts[3] = '"warnings":' .. encode(type(result) == "table" and result or {})
  else
    parts[2] = '"error":' .. quote(tostring(result)) .. ',"level":' .. quote(tostring(level))
  end
  print("{" .. table.concat(parts, ",") .. "}")
end
