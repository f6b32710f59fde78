-- Runs a program of an unpacked Prosody: the first argument is the package's folder, the second the program's name. Where Prosody lies is
-- written into its text, so that is replaced before it starts; nothing else of it is changed.
local root, program = table.remove(arg, 1), table.remove(arg, 1)
local file = assert(io.open(root .. "/usr/bin/" .. program))
local text = file:read("a")
file:close()
local folders = { SOURCEDIR = "/usr/lib/prosody", PLUGINDIR = "/usr/lib/prosody/modules/" }
for name, path in pairs(folders) do
	text = text:gsub("CFG_" .. name .. "='[^']*'", ("CFG_%s=%q"):format(name, root .. path))
end
assert(load(text:gsub("^#![^\n]*", ""), "=" .. program))(table.unpack(arg))
