-- Ten mistakes that people really make. Open this file with the extension: each of them is underlined.
-- Rest the pointer on the underline to read why. Ctrl+. (Cmd+. on a Mac) offers a fix where there is one.
--
-- This file is for trying things. The other files of this folder do not include it.

modules_enabled = {
	"disco";
	"roster";
	"saslauth";
	"tls";

	-- 1. A module that does not exist. It is "carbons".
	"carbon";

	-- 2. The name of a module stands here without "mod_".
	"mod_mam";

	-- 3. "muc" is a component. It needs a line of its own: Component "groups.example.org" "muc"
	"muc";

	-- 4. "posix" is not needed any more. Since Prosody 13.0 the server does this itself.
	"posix";
}

-- 5. A letter is missing. Prosody does not complain about options it does not know, so it would stay unnoticed.
c2s_requre_encryption = true

-- 6. The server runs in the background or not by how it is started. This option is deprecated.
daemonize = true

-- 7. There is no way to log in called "internal". It is "internal_hashed".
authentication = "internal"

VirtualHost "example.org"
	-- 8. Ports belong to the whole server. Under a host this has no effect.
	c2s_ports = { 5222 }

	-- 9. The same option twice in the same place: only the second one counts.
	archive_expires_after = "1 week"
	archive_expires_after = "1 month"

Component "upload.example.org" "http_file_share"
	-- 10. A number of bytes is wanted, not a text. 10 MiB is 10 * 1024 * 1024.
	http_file_share_size_limit = "10 MB"

	-- No mistake yet. Try deleting the comma after "example.org": the rest of the file is still understood.
	http_file_share_access = { "example.org", "example.net" }
