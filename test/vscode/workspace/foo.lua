-- A Lua program that has nothing to do with Prosody.
allow_registraton = 1
print(allow_registraton)
