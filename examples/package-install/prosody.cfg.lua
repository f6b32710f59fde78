-- A configuration as one would keep it in /etc/prosody on Debian, for Prosody 13.0.
--
-- The file is a Lua program. Three things are good to know:
--   * `name = value` sets an option.
--   * Everything up to the first VirtualHost or Component holds for the whole server.
--   * After `VirtualHost "x"` all following options belong to x, until the next VirtualHost or Component.
--     Indentation does not matter to Prosody. It is there for people.
--
-- Check it with `prosodyctl check config` on the server, or with `prosody-config check` anywhere.

---------- The whole server ----------

-- Accounts that may administer every host. The account itself is made with `prosodyctl adduser`.
admins = { "admin@example.org" }

-- Modules for every VirtualHost. A host can add to this list with a list of its own.
modules_enabled = {
	-- A server is of little use without these
	"disco"; -- clients learn what the server can do
	"roster"; -- contact lists
	"saslauth"; -- logging in
	"tls"; -- encrypted connections

	-- What today's clients expect
	"blocklist"; -- block people
	"bookmarks"; -- the same rooms on every device
	"carbons"; -- the same conversation on every device
	"cloud_notify"; -- push notifications for phones
	"csi_simple"; -- save a phone's battery
	"mam"; -- message archive, so a device can catch up
	"pep"; -- avatars, encryption keys and other things published by a user
	"private"; -- storage for older clients
	"smacks"; -- a lost connection loses no message
	"vcard4"; -- user profiles
	"vcard_legacy"; -- user profiles, the old way

	-- Connections to other servers
	"dialback"; -- identify servers that have no valid certificate

	-- Good to have
	"account_activity"; -- remember when an account was last used
	"limits"; -- see `limits` below
	"ping"; -- answer to pings
	"register"; -- let users change their password
	"server_contact_info"; -- see `contact_info` below
	"time"; -- tell the time of the server
	"uptime"; -- tell how long the server has been running
	"version"; -- tell the version of the server

	-- Accounts by invitation: `prosodyctl shell invite create_account name@example.org`
	"invites";
	"invites_adhoc"; -- admins can invite from their client
	"invites_register"; -- an invited person can create the account

	-- Administration
	"admin_adhoc"; -- from a client
	"admin_shell"; -- with `prosodyctl shell`
}

-- Nobody may sign up without an invitation. This is also the default.
allow_registration = false

-- Passwords are kept as salted hashes.
authentication = "internal_hashed"

-- One file for each thing that is stored. For a busy server, see the snippet `prosody-sql`.
storage = "internal"

-- How long messages stay in the archive: "30d", "4 weeks", "1 year", "never".
archive_expires_after = "4 weeks"

-- Both kinds of connection must be encrypted, and other servers must show a valid certificate.
c2s_require_encryption = true
s2s_require_encryption = true
s2s_secure_auth = true

-- Bandwidth for each connection, so that one user cannot slow down the others.
limits = {
	c2s = { rate = "10kb/s" };
	s2sin = { rate = "30kb/s" };
}

-- Where certificates are, relative to this file. Prosody finds the right one by the name of the host.
-- `prosodyctl --root cert import /etc/letsencrypt/live` puts them there.
certificates = "certs"

-- The log. The key is the least important level that goes to that file.
log = {
	info = "/var/log/prosody/prosody.log";
	error = "/var/log/prosody/prosody.err";
}

-- The server writes its process number here. Debian keeps this folder for it.
pidfile = "/run/prosody/prosody.pid"

-- Whom to ask when something is wrong. Other servers and users can see this.
contact_info = {
	admin = { "mailto:admin@example.org"; "xmpp:admin@example.org" };
	abuse = { "mailto:abuse@example.org"; "xmpp:admin@example.org" };
}

---------- The hosts ----------

-- Each host has a file of its own. An included file starts in the global section again,
-- whatever stands above its Include, and does not change the section of this file.
Include "conf.d/*.cfg.lua"
