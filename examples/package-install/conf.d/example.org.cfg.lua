-- The host for accounts: everybody here is somebody@example.org.

VirtualHost "example.org"
	-- Added to the global list, not instead of it.
	modules_enabled = {
		"websocket"; -- for web clients
		"turn_external"; -- for audio and video calls
	}

	-- Calls between people behind routers need a TURN server such as coturn.
	-- The secret is the first line of a file that only Prosody can read.
	turn_external_host = "turn.example.org"
	turn_external_secret = FileLine "../secrets/turn"

	-- Messages of this host stay longer than the global setting says.
	archive_expires_after = "1 year"

-- File sharing. People upload here and send a link.
-- Uploads go over HTTPS, on port 5281 unless https_ports says otherwise.
Component "upload.example.org" "http_file_share"
	http_file_share_size_limit = 20 * 1024 * 1024 -- 20 MiB for one file
	http_file_share_daily_quota = 100 * 1024 * 1024 -- 100 MiB for each user and day
	http_file_share_expires_after = "1 month"
