-- A module of one's own: what it reads is known without declaring it.
local address = module:get_option_string("shop_address", "https://shop.example.com/");

module:log("info", "orders come from %s", address);
