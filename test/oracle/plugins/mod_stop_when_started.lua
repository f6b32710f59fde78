-- Ends a server that has started, with a code that nothing else ends with.
module:set_global();
module:hook("server-started", function () os.exit(77, true); end, -1000);
