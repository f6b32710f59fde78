-- A small configuration with one deliberate spelling mistake, for the tests in a real editor.

admins = { "admin@example.com" }

modules_enabled = {
	"roster";
	"saslauth";
	"tls";
	"disco";
}

allow_registraton = false

authentication = "internal_hashed"

VirtualHost "example.com"

Include "conf.d/*.cfg.lua"
