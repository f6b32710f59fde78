-- Group chats, and a bridge that runs as a program of its own.

Component "groups.example.org" "muc"
	name = "Group chats of example.org"

	-- A component does not get the global modules_enabled, apart from a few. It needs its own list.
	modules_enabled = {
		"muc_mam"; -- an archive for each room
	}

	-- Only people with an account on example.org may create rooms.
	restrict_room_creation = "local"

	-- What a new room is like. Its owner can change it.
	muc_room_default_public = false
	muc_room_default_persistent = true

	muc_log_expires_after = "1 month"

-- No second name: this is an external component. The bridge connects to port 5347 and gives the same secret.
Component "irc.example.org"
	component_secret = FileLine "../secrets/irc"
