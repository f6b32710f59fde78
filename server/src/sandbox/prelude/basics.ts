// First part of the prelude, in Lua: what the other parts are built from. Everything is kept in locals before a configuration can
// change it, and no text is used with a method, as a configuration can change those as well.

export const BASICS = String.raw`
local host = ...

local error, getmetatable, ipairs, load, next, pairs, pcall, rawget, rawset, setmetatable, tonumber, tostring, type, xpcall =
  error, getmetatable, ipairs, load, next, pairs, pcall, rawget, rawset, setmetatable, tonumber, tostring, type, xpcall
local char, find, format, gsub, len, lower, match, rep, sub =
  string.char, string.find, string.format, string.gsub, string.len, string.lower, string.match, string.rep, string.sub
local concat, insert, unpack = table.concat, table.insert, table.unpack
local getinfo, traceback = debug.getinfo, debug.traceback

local _G = _G

-- Stays as it is whatever the configuration does: what host.setting(name) said at the start.
local setting = host.setting
local version_reads_options = setting "reads options"
local version_warns_of_duplicates = setting "warns of duplicates"
local version_wants_names = setting "wants names"

local warnings = {}

-- A finding at the place where the configuration is now.
local function warn_of(code, subject)
  local file, line = host.place()
  insert(warnings, { code = code, subject = tostring(subject), file = file, line = line })
end

-- Which chunk is which file: Lua shortens long names in its messages, so those get a name of ours.
local function chunk_name(path)
  return "@" .. host.chunk(path)
end

-- A path in a file is relative to the folder of that file.
local function folder_of(path)
  return (gsub(path, "[^/]+$", ""))
end

local function resolve(folder, path)
  if type(path) ~= "string" then
    if type(path) ~= "number" then
      error("a path is a text, but here it is a " .. type(path) .. " value", 0)
    end
    path = tostring(path)
  end
  if sub(path, 1, 1) == "/" then
    return path
  end
  path = gsub(path, "^%./+", "")
  if folder == "" then
    return path
  end
  return gsub(folder, "/+$", "") .. "/" .. path
end

-- The content of a file, or nil and why not: "missing" or "outside".
local function read_file(path)
  local content, problem = host.read(path)
  if content then
    return content
  end
  if problem == "outside" then
    warn_of("not-readable", path)
  end
  return nil, problem
end

-- Stops at a file that a configuration cannot do without.
local function must_read(path)
  local content, problem = read_file(path)
  if content then
    return content
  end
  error("the file \"" .. path .. "\" " .. (problem == "outside" and "lies outside of what may be read" or "does not exist"), 0)
end
`;
