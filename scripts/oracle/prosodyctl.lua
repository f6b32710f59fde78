-- Runs prosodyctl of an unpacked package, whose folder is the first argument. Where Prosody lies is written into its text, so that
-- is replaced before it starts; nothing else of it is changed.
local root = table.remove(arg, 1)
local file = assert(io.open(root .. "/usr/bin/prosodyctl"))
local text = file:read("a")
file:close()
local folders = { SOURCEDIR = "/usr/lib/prosody", PLUGINDIR = "/usr/lib/prosody/modules/" }
for name, path in pairs(folders) do
	text = text:gsub("CFG_" .. name .. "='[^']*'", ("CFG_%s=%q"):format(name, root .. path))
end
assert(load(text:gsub("^#![^\n]*", ""), "=prosodyctl"))(table.unpack(arg))
