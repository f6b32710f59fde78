// Lua's C interface as WebAssembly offers it, without the conveniences of the package that brings it: those convert strings lossily
// and let Lua see JavaScript. Loaded only when something is to be evaluated.

import { LuaWasm } from "wasmoon";

/** Addresses in the memory of WebAssembly. */
export type Pointer = number;

/** What we call of it. A trailing `_` in C's names is left out; booleans are 0 and 1. */
export interface LuaModule {
  readonly HEAPU8: Uint8Array;
  readonly HEAPU32: Uint32Array;
  readonly HEAP32: Int32Array;
  addFunction(fn: (...args: number[]) => number | undefined, signature: string): Pointer;
  removeFunction(pointer: Pointer): void;
  _malloc(size: number): Pointer;
  _realloc(pointer: Pointer, size: number): Pointer;
  _free(pointer: Pointer): void;
  _lua_newstate(allocate: Pointer, data: Pointer): Pointer;
  _lua_close(L: Pointer): void;
  _luaopen_base(L: Pointer): number;
  _luaopen_coroutine(L: Pointer): number;
  _luaopen_table(L: Pointer): number;
  _luaopen_os(L: Pointer): number;
  _luaopen_string(L: Pointer): number;
  _luaopen_math(L: Pointer): number;
  _luaopen_utf8(L: Pointer): number;
  _luaopen_debug(L: Pointer): number;
  _luaL_loadbufferx(L: Pointer, text: Pointer, size: number, name: Pointer, mode: Pointer): number;
  _lua_pcallk(L: Pointer, args: number, results: number, handler: number, context: number, continuation: Pointer): number;
  _lua_pushcclosure(L: Pointer, fn: Pointer, upvalues: number): void;
  _lua_pushlstring(L: Pointer, text: Pointer, size: number): Pointer;
  _lua_pushnumber(L: Pointer, value: number): void;
  _lua_pushboolean(L: Pointer, value: number): void;
  _lua_pushnil(L: Pointer): void;
  _lua_createtable(L: Pointer, items: number, fields: number): void;
  _lua_setglobal(L: Pointer, name: Pointer): void;
  _lua_rawset(L: Pointer, index: number): void;
  _lua_rawget(L: Pointer, index: number): number;
  _lua_absindex(L: Pointer, index: number): number;
  _lua_settop(L: Pointer, index: number): void;
  _lua_gettop(L: Pointer): number;
  _lua_checkstack(L: Pointer, size: number): number;
  _lua_type(L: Pointer, index: number): number;
  _lua_isinteger(L: Pointer, index: number): number;
  _lua_toboolean(L: Pointer, index: number): number;
  _lua_tonumberx(L: Pointer, index: number, isNumber: Pointer): number;
  _lua_tolstring(L: Pointer, index: number, size: Pointer): Pointer;
  _lua_topointer(L: Pointer, index: number): Pointer;
  _lua_next(L: Pointer, index: number): number;
  _lua_sethook(L: Pointer, hook: Pointer, mask: number, count: number): void;
  _lua_getstack(L: Pointer, level: number, record: Pointer): number;
  _lua_getinfo(L: Pointer, what: Pointer, record: Pointer): number;
}

/** `location` is a path in Node and a URL in a browser: of the file glue.wasm that comes with the package. */
export async function loadLuaModule(location: string): Promise<LuaModule> {
  const { module } = await LuaWasm.initialize(location);
  return module as unknown as LuaModule;
}
