-- Read by the Include line of prosody.cfg.lua.

VirtualHost "chat.example.com"
