-- Read by the Include line of prosody.cfg.lua.

VirtualHost "chat.example.com"
modules_enabled = { "shop" }
shop_address = "https://shop.example.com/"
